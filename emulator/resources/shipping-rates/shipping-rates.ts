import { missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { refuseLess } from "../../core/least-values";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { byCurrency, currencyOf } from "../currency";

type FixedAmount = NonNullable<Held<"shipping_rate">["fixed_amount"]>;
type CurrencyOption = NonNullable<FixedAmount["currency_options"]>[string];
type Options = NonNullable<ParamsOf<"shippingRates.update">["fixed_amount"]>["currency_options"];
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
  refuseLess(fixed.amount, 0, `${name("fixed_amount")}[amount]`);
  const currency = currencyOf(fixed.currency, `${name("fixed_amount")}[currency]`);
  const tax_behavior = given.tax_behavior ?? "unspecified";
  return work.store.put("shipping_rate", {
    id: work.newId("shipping_rate"),
    object: "shipping_rate",
    active: true,
    created: work.now(),
    delivery_estimate: estimateOf(given.delivery_estimate),
    display_name: given.display_name,
    fixed_amount: {
      amount: fixed.amount,
      currency,
      currency_options: {
        [currency]: { amount: fixed.amount, tax_behavior },
        ...currencyOptions(fixed.currency_options, tax_behavior, name("fixed_amount")),
      },
    },
    livemode: false,
    metadata: mergeMetadata(null, given.metadata),
    tax_behavior,
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

/** Its amount stays what it is; currencies may be added and changed. https://docs.stripe.com/api/shipping_rates/update */
export const updateShippingRate = operation("shippingRates.update", (call) => {
  const rate = addressed(call, "shipping_rate");
  const options = call.params.fixed_amount?.currency_options;
  return call.store.update("shipping_rate", rate.id, {
    active: call.params.active ?? rate.active,
    ...(options === undefined ? {} : { fixed_amount: withOptions(rate, options) }),
    metadata: mergeMetadata(rate.metadata, call.params.metadata),
    tax_behavior: call.params.tax_behavior ?? rate.tax_behavior,
  });
});

/** What shipping costs in further currencies. Throws 400 for one that there isn't. */
function currencyOptions(
  given: Options,
  usual: CurrencyOption["tax_behavior"],
  at = "fixed_amount",
): Record<string, CurrencyOption> {
  const param = `${at}[currency_options]`;
  const options = Object.entries(byCurrency(given, param)).map(
    ([currency, { amount = 0, tax_behavior = usual }]) => {
      refuseLess(amount, 0, `${param}[${currency}][amount]`);
      return [currency, { amount, tax_behavior }] as const;
    },
  );
  return Object.fromEntries(options);
}

function withOptions(rate: Held<"shipping_rate">, given: NonNullable<Options>): FixedAmount {
  const { fixed_amount: fixed } = rate;
  if (!fixed) throw missingParam("fixed_amount");
  const present = fixed.currency_options ?? {};
  const merged = Object.entries(given).map(([currency, option]) => [
    currency,
    { ...present[currency], ...option },
  ]);
  return {
    ...fixed,
    currency_options: {
      ...present,
      ...currencyOptions(Object.fromEntries(merged), rate.tax_behavior ?? "unspecified"),
    },
  };
}

function estimateOf(given: ParamsOf<"shippingRates.create">["delivery_estimate"]): Estimate {
  return given === undefined ? null : { maximum: given.maximum ?? null, minimum: given.minimum ?? null };
}
