import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { money } from "../money";
import type { RecurringPrice } from "../price";

/** "2 seats × Studio (at $19.00 / month)" */
export function cycleDescription(work: Work, price: RecurringPrice, quantity: number): string {
  const { interval, interval_count: count } = price.recurring;
  const each = count === 1 ? `/ ${interval}` : `/ every ${count} ${interval}s`;
  const rate = price.unit_amount === null ? "" : ` (at ${money(price.unit_amount, price.currency)} ${each})`;
  return `${quantified(work, price, quantity)}${rate}`;
}

/** "Free trial for 1 seat × Studio" */
export function trialDescription(work: Work, price: RecurringPrice, quantity: number): string {
  return `Free trial for ${quantified(work, price, quantity)}`;
}

/** "Unused time on 2 × Studio after 21 Oct 2026"; the quantity is named only where it isn't one. */
export function prorationDescription(
  work: Work,
  part: "Unused" | "Remaining",
  price: RecurringPrice,
  quantity: number,
  at: number,
): string {
  const product = quantity === 1 ? productOf(work, price).name : quantified(work, price, quantity);
  return `${part} time on ${product} after ${day(at)}`;
}

function quantified(work: Work, price: RecurringPrice, quantity: number): string {
  const product = productOf(work, price);
  const label = product.unit_label ? ` ${product.unit_label}` : "";
  return `${quantity}${label} × ${product.name}`;
}

function productOf(work: Work, price: RecurringPrice): Pick<Held<"product">, "name" | "unit_label"> {
  return work.store.get("product", price.product) ?? { name: price.product };
}

function day(seconds: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "2-digit",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(seconds * 1000));
}
