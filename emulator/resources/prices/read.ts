import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation, type ParamsOf } from "../../core/operation";

type Wanted = ParamsOf<"prices.list">;

export const retrievePrice = operation("prices.retrieve", (call) => addressed(call, "price"));

/** https://docs.stripe.com/api/prices/list */
export const listPrices = operation("prices.list", (call) =>
  page(call, {
    kind: "price",
    url: "/v1/prices",
    by: call.params.product === undefined ? undefined : ["product", call.params.product],
    keep: (price) => matches(price, call.params),
  }),
);

function matches(price: Held<"price">, wanted: Wanted): boolean {
  const { recurring } = wanted;
  return (
    within(price.created, wanted.created) &&
    (wanted.active === undefined || price.active === wanted.active) &&
    (wanted.currency === undefined || price.currency === wanted.currency) &&
    (wanted.type === undefined || price.type === wanted.type) &&
    (wanted.lookup_keys === undefined || wanted.lookup_keys.includes(price.lookup_key ?? "")) &&
    (recurring?.interval === undefined || price.recurring?.interval === recurring.interval) &&
    (recurring?.usage_type === undefined || price.recurring?.usage_type === recurring.usage_type) &&
    (recurring?.meter === undefined || price.recurring?.meter === recurring.meter)
  );
}
