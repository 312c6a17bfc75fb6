import { refuseUnbuilt } from "../../billing/unbuilt";
import { missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { currencyOf } from "../currency";

type Estimate = Held<"shipping_rate">["delivery_estimate"];

/** https://docs.stripe.com/api/shipping_rates/create */
export const createShippingRate = operation("shippingRates.create", (call) =>
  newShippingRate(call, call.params),
);

type Given = ParamsOf<"shippingRates.create">;

/** Puts a rate into the store; `at` is the parameter it was described in, where that isn't the whole request. */
export function newShippingRate(work: Work, given: Given, at = ""): Held<"shipping_rate"> {
  const { fixed_amount: fixed } = given;
  const name = (parameter: string) => (at === "" ? parameter : `${at}[${parameter}]`);
  if (fixed === undefined) throw missingParam(name("fixed_amount"));
  refuseUnbuilt(fixed, ["currency_options"]);
  return work.store.put("shipping_rate", {
    id: work.newId("shipping_rate"),
    object: "shipping_rate",
    active: true,
    created: work.now(),
    delivery_estimate: estimateOf(given.delivery_estimate),
    display_name: given.display_name,
    fixed_amount: {
      amount: fixed.amount,
      currency: currencyOf(fixed.currency, `${name("fixed_amount")}[currency]`),
    },
    livemode: false,
    metadata: mergeMetadata(null, given.metadata),
    tax_behavior: given.tax_behavior ?? "unspecified",
    tax_code: given.tax_code ?? null,
    type: "fixed_amount",
  });
}

export const retrieveShippingRate = operation("shippingRates.retrieve", (call) =>
  addressed(call, "shipping_rate"),
);

/** https://docs.stripe.com/api/shipping_rates/list */
export const listShippingRates = operation("shippingRates.list", (call) => {
  const { active, created, currency } = call.params;
  return page(call, {
    kind: "shipping_rate",
    url: "/v1/shipping_rates",
    keep: (rate) =>
      within(rate.created, created) &&
      (active === undefined || rate.active === active) &&
      (currency === undefined || rate.fixed_amount?.currency === currency),
  });
});

/** Its amount stays what it is. https://docs.stripe.com/api/shipping_rates/update */
export const updateShippingRate = operation("shippingRates.update", (call) => {
  const rate = addressed(call, "shipping_rate");
  refuseUnbuilt(call.params, ["fixed_amount"]);
  return call.store.update("shipping_rate", rate.id, {
    active: call.params.active ?? rate.active,
    metadata: mergeMetadata(rate.metadata, call.params.metadata),
    tax_behavior: call.params.tax_behavior ?? rate.tax_behavior,
  });
});

function estimateOf(given: ParamsOf<"shippingRates.create">["delivery_estimate"]): Estimate {
  return given === undefined ? null : { maximum: given.maximum ?? null, minimum: given.minimum ?? null };
}
