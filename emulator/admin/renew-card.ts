import { invalidRequest, missingReference } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

const LAST_YEAR = 2099;

/**
 * What a card network does when a bank sends its customer a new card: the saved one goes on with another date of
 * expiry. Emits `payment_method.automatically_updated`. Throws 400 for a card nobody has saved.
 * https://docs.stripe.com/payments/cards/overview#automatic-card-updates
 */
export function renewCard(work: Work, body: unknown): Held<"payment_method"> {
  const given: Readonly<Record<string, unknown>> = { ...(typeof body === "object" ? body : {}) };
  const id = String(given.payment_method ?? "");
  const method = work.store.get("payment_method", id);
  if (!method?.card) throw missingReference("PaymentMethod", id, "payment_method");
  if (method.customer === null) {
    throw invalidRequest("Only a card that a customer has saved is renewed", { param: "payment_method" });
  }
  const before = work.snapshot(method);
  const card = {
    ...method.card,
    exp_month: between(given.exp_month, method.card.exp_month, "exp_month", 1, 12),
    exp_year: between(given.exp_year, method.card.exp_year + 4, "exp_year", 2000, LAST_YEAR),
  };
  const renewed = work.store.update("payment_method", method.id, { card });
  work.emit("payment_method.automatically_updated", renewed, before);
  return renewed;
}

function between(given: unknown, usual: number, param: string, least: number, most: number): number {
  if (given === undefined || given === "") return usual;
  const number = Number(given);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw invalidRequest(`${param} must be a whole number from ${least} to ${most}`, { param });
}
