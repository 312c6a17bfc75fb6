import { namesPrice } from "../../billing/subscriptions/given-price";
import { itemsOf } from "../../billing/subscriptions/period";
import { ENDED } from "../../billing/subscriptions/status";
import { updateSubscription } from "../../billing/subscriptions/update";
import { countedPage } from "../../core/counted-page";
import { missingParam, notFound, StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { operation, type ParamsOf } from "../../core/operation";
import type { Call, Work } from "../../core/work";

type Item = Held<"subscription_item">;
type Changes = NonNullable<ParamsOf<"subscriptions.update">["items"]>[number];
type Manner = Pick<
  ParamsOf<"subscriptionItems.update">,
  "off_session" | "payment_behavior" | "proration_behavior" | "proration_date"
>;

export const retrieveSubscriptionItem = operation("subscriptionItems.retrieve", addressedItem);

/** https://docs.stripe.com/api/subscription_items/list */
export const listSubscriptionItems = operation("subscriptionItems.list", (call) =>
  countedPage(
    call.params,
    itemsOf(call, referenced(call, "subscription", call.params.subscription, "subscription")),
    {
      noun: "subscription item",
      url: "/v1/subscription_items",
    },
  ),
);

/** https://docs.stripe.com/api/subscription_items/create */
export const createSubscriptionItem = operation("subscriptionItems.create", (call) => {
  const { subscription: id } = call.params;
  const subscription = call.store.get("subscription", id);
  if (!subscription || ENDED[subscription.status]) throw notFound("subscription", id, "subscription");
  if (!namesPrice(call.params)) throw missingParam("price");
  change(call, id, call.params, detailsOf(call.params));
  const added = call.store.must("subscription", id).items.at(-1);
  return call.store.must("subscription_item", added ?? "");
});

/** https://docs.stripe.com/api/subscription_items/update */
export const updateSubscriptionItem = operation("subscriptionItems.update", (call) => {
  const item = addressedItem(call);
  change(call, item.subscription, call.params, { id: item.id, ...detailsOf(call.params) });
  return call.store.must("subscription_item", item.id);
});

/** https://docs.stripe.com/api/subscription_items/delete */
export const deleteSubscriptionItem = operation("subscriptionItems.del", (call) => {
  const item = addressedItem(call);
  change(call, item.subscription, call.params, { id: item.id, deleted: true });
  return { id: item.id, object: "subscription_item", deleted: true };
});

function detailsOf({
  discounts,
  metadata,
  plan,
  price = plan,
  price_data,
  quantity,
  tax_rates: rates,
}: Pick<
  Changes,
  "discounts" | "metadata" | "plan" | "price" | "price_data" | "quantity" | "tax_rates"
>): Changes {
  return {
    ...(price === undefined ? {} : { price }),
    ...(price_data === undefined ? {} : { price_data }),
    ...(discounts === undefined ? {} : { discounts }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(rates === undefined ? {} : { tax_rates: rates }),
  };
}

function addressedItem(call: Call<unknown>): Item {
  const item = call.store.get("subscription_item", call.id);
  if (item) return item;
  const message = `Invalid subscription_item id: ${call.id}`;
  throw new StripeError(404, { message, type: "invalid_request_error" });
}

function change(work: Work, subscription: string, manner: Manner, item: Changes): void {
  const { off_session, payment_behavior, proration_behavior, proration_date } = manner;
  updateSubscription(work, work.store.must("subscription", subscription), {
    items: [item],
    ...(off_session === undefined ? {} : { off_session }),
    ...(payment_behavior === undefined ? {} : { payment_behavior }),
    ...(proration_behavior === undefined ? {} : { proration_behavior }),
    ...(proration_date === undefined ? {} : { proration_date }),
  });
}
