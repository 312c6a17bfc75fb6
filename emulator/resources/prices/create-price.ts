import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import { planOf } from "../../core/plan";
import type { Work } from "../../core/work";
import { currencyOf } from "../currency";
import { type Amount, amountOf, currencyOptionsOf, customAmountOf, tiersOf } from "./amounts";
import { recurringOf } from "./recurring";

type Given = Omit<ParamsOf<"prices.create">, "product" | "product_data" | "expand"> & {
  readonly product: string;
};

/** Makes a price of a product that is there; the event is the caller's. `within` is where its parameters stand. */
export function createPrice(work: Work, given: Given, within = ""): Held<"price"> {
  const currency = currencyOf(given.currency, within === "" ? "currency" : `${within}[currency]`);
  const custom_unit_amount = customAmountOf(given.custom_unit_amount);
  const amount = amountOf(given);
  const tiers = given.tiers === undefined ? undefined : tiersOf(given.tiers);
  checkAmounts(given, amount, custom_unit_amount !== null);
  const tax_behavior = given.tax_behavior ?? "unspecified";
  const shared = { custom_unit_amount, tax_behavior, ...(tiers === undefined ? {} : { tiers }), ...amount };
  return work.store.put("price", {
    id: work.newId("price"),
    object: "price",
    active: given.active ?? true,
    billing_scheme: given.billing_scheme ?? "per_unit",
    created: work.now(),
    currency,
    currency_options: currencyOptionsOf(given.currency_options, currency, shared),
    livemode: false,
    lookup_key: given.lookup_key ?? null,
    metadata: mergeMetadata(null, given.metadata),
    nickname: given.nickname ?? null,
    product: given.product,
    recurring: given.recurring === undefined ? null : recurringOf(given.recurring),
    ...shared,
    tiers_mode: given.tiers_mode ?? null,
    transform_quantity: given.transform_quantity ?? null,
    type: given.recurring === undefined ? "one_time" : "recurring",
  });
}

/** A recurring price is a plan as well, to those who listen for plans. */
export function emitPriceCreated(work: Work, price: Held<"price">): void {
  if (price.type === "recurring") work.emit("plan.created", planOf(price));
  work.emit("price.created", price);
}

function checkAmounts(given: Given, amount: Amount, custom: boolean): void {
  const tiered = given.billing_scheme === "tiered";
  if (tiered && (given.tiers === undefined || given.tiers_mode === undefined)) {
    const missing = given.tiers === undefined ? "tiers" : "tiers_mode";
    throw invalidRequest(`Missing required param: ${missing}.`, {
      code: "parameter_missing",
      param: missing,
    });
  }
  if (!tiered && given.tiers !== undefined) {
    throw invalidRequest("`tiers` requires `billing_scheme` to be `tiered`.", { param: "tiers" });
  }
  if (!tiered && !custom && amount.unit_amount_decimal === null) {
    throw invalidRequest("Missing required param: unit_amount.", {
      code: "parameter_missing",
      param: "unit_amount",
    });
  }
  if (tiered && amount.unit_amount_decimal !== null) {
    throw invalidRequest("A tiered price takes its amounts from `tiers`.", { param: "unit_amount" });
  }
}
