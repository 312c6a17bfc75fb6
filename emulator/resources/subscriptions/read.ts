import { ENDED } from "../../billing/subscriptions/status";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation, type ParamsOf } from "../../core/operation";
import type { Store } from "../../core/store";

type Filter = ParamsOf<"subscriptions.list">;
type Subscription = Held<"subscription">;

export const retrieveSubscription = operation("subscriptions.retrieve", (call) =>
  addressed(call, "subscription"),
);

/**
 * Without a status, those that are over are left out; without a customer or a clock, those of test clocks.
 * https://docs.stripe.com/api/subscriptions/list
 */
export const listSubscriptions = operation("subscriptions.list", (call) => {
  const { customer } = call.params;
  return page(call, {
    kind: "subscription",
    url: "/v1/subscriptions",
    by: customer === undefined ? undefined : ["customer", customer],
    keep: (subscription) => isWanted(subscription, call.params, call.store),
  });
});

function isWanted(subscription: Subscription, wanted: Filter, store: Store): boolean {
  const items = () => subscription.items.map((id) => store.must("subscription_item", id));
  return (
    hasStatus(subscription, wanted.status) &&
    within(subscription.created, wanted.created) &&
    (wanted.collection_method === undefined || subscription.collection_method === wanted.collection_method) &&
    isOfClock(subscription, wanted) &&
    (wanted.price === undefined || items().some(({ price }) => price === wanted.price)) &&
    items().some(
      (item) =>
        within(item.current_period_start, wanted.current_period_start) &&
        within(item.current_period_end, wanted.current_period_end),
    )
  );
}

function isOfClock({ test_clock }: Subscription, wanted: Filter): boolean {
  if (wanted.test_clock !== undefined) return test_clock === wanted.test_clock;
  return wanted.customer !== undefined || test_clock === null;
}

function hasStatus({ status }: Subscription, wanted: Filter["status"]): boolean {
  if (wanted === "all") return true;
  if (wanted === undefined) return !ENDED[status];
  return wanted === "ended" ? ENDED[status] : status === wanted;
}
