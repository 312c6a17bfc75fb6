import type { Held } from "./kinds";
import type { Shown } from "./work";

/** A recurring price in the form it had before there were prices: Stripe still sends it with subscription items. */
export function planOf(price: Held<"price">): Shown {
  const transform = price.transform_quantity;
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval,
    interval_count: price.recurring?.interval_count,
    livemode: false,
    metadata: price.metadata,
    meter: price.recurring?.meter,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: price.tiers_mode,
    transform_usage: transform,
    trial_period_days: price.recurring?.trial_period_days,
    usage_type: price.recurring?.usage_type,
  };
}
