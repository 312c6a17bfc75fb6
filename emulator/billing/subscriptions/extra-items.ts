import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { createPrice } from "../../resources/prices/create-price";
import { readDiscounts } from "../discounts/given";
import { startDiscounts } from "../discounts/start";
import { putInvoiceItem } from "../invoices/invoice-item";
import type { Period } from "../periods";
import { activePriceOf, costOf } from "../price";
import { taxRatesOf } from "../tax/rates";
import { itemsOf } from "./period";

type Subscription = Held<"subscription">;
/** Something to be bought once, as a request gives it. */
export type ExtraItem = NonNullable<ParamsOf<"subscriptions.update">["add_invoice_items"]>[number];

const MOST = 20;

/**
 * Puts what is to be bought once with a subscription on its next invoice. Emits `invoiceitem.created` for each.
 * https://docs.stripe.com/api/subscriptions/update#update_subscription-add_invoice_items
 */
export function addInvoiceItems(
  work: Work,
  subscription: Subscription,
  given: readonly ExtraItem[] | undefined,
  param = "add_invoice_items",
): void {
  if (given === undefined) return;
  if (given.length > MOST) throw invalidRequest(`You may only add up to ${MOST} items.`, { param });
  for (const [position, one] of given.entries()) addItem(work, subscription, one, `${param}[${position}]`);
}

function addItem(work: Work, subscription: Subscription, given: ExtraItem, param: string): void {
  const price = oneTimePrice(work, given, param);
  if (price.currency !== subscription.currency) {
    throw invalidRequest("All prices on a subscription must have the same currency.", {
      param: `${param}[price]`,
    });
  }
  const quantity = given.quantity ?? 1;
  const amount = costOf(price, quantity);
  const id = work.newId("invoiceitem");
  const customer = work.store.must("customer", subscription.customer);
  const { currency, test_clock: clock } = subscription;
  const now = work.now(clock);
  const starts = readDiscounts(
    work,
    given.discounts ?? [],
    { amount, currency, customer },
    `${param}[discounts]`,
  );
  putInvoiceItem(work, {
    id,
    amount,
    currency,
    customer: customer.id,
    date: now,
    description: work.store.get("product", price.product)?.name ?? null,
    discountable: given.discountable ?? true,
    discounts: startDiscounts(work, starts, { clock, customer: customer.id, invoice_item: id, now }),
    metadata: mergeMetadata(null, given.metadata),
    parent: {
      subscription_details: { subscription: subscription.id },
      type: "subscription_details",
    },
    period: periodOf(work, subscription, given, param),
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: "price_details",
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    tax_rates: taxRatesOf(work, given.tax_rates || [], `${param}[tax_rates]`),
    test_clock: clock,
  });
}

/** The price of something bought once; refuses one that comes back. */
export function oneTimePrice(
  work: Work,
  { price: id, price_data: data }: Pick<ExtraItem, "price" | "price_data">,
  param: string,
): Held<"price"> {
  if (data) {
    referenced(work, "product", data.product, `${param}[price_data][product]`);
    return createPrice(work, { ...data, active: false }, `${param}[price_data]`);
  }
  if (id === undefined) throw missingParam(`${param}[price]`);
  const price = activePriceOf(work, id, `${param}[price]`);
  if (price.recurring === null) return price;
  throw invalidRequest(
    "The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.",
    { param: `${param}[price]` },
  );
}

/** The time an item is for: as told, else that which all of the subscription's items are in. */
function periodOf(work: Work, subscription: Subscription, { period }: ExtraItem, param: string): Period {
  const items = itemsOf(work, subscription);
  const start = period?.start.timestamp ?? Math.max(...items.map((item) => item.current_period_start));
  const end = period?.end.timestamp ?? Math.min(...items.map((item) => item.current_period_end));
  if (start <= end) return { start, end };
  throw invalidRequest("The period's end must not be before its start.", { param: `${param}[period]` });
}
