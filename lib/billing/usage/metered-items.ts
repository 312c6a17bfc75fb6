import type Stripe from "stripe";
import { meteredPrices } from "../queries/metered-prices";
import { isMetered } from "../subscription/plan-item";

/** What becomes of something that is counted: it comes with a plan, or goes with one. */
export type MeteredChange = { price: string } | { id: string; deleted: true };

/**
 * What is to change so that a subscription counts what its new plan counts. What both plans count stays as it is, at the
 * price it was begun with; what only the old one counted goes, and Stripe bills what was used of it until then:
 * https://docs.stripe.com/billing/subscriptions/usage-based/manage-billing-setup
 */
export async function meteredChanges(
  { items }: Stripe.Subscription,
  planProduct: string,
): Promise<MeteredChange[]> {
  const wanted = await meteredPrices(planProduct);
  const counted = items.data.filter(isMetered);
  const gone = counted.filter(({ price }) => !wanted.some(({ meter }) => meter === price.recurring?.meter));
  const added = wanted.filter(({ meter }) => !counted.some(({ price }) => price.recurring?.meter === meter));
  return [
    ...added.map(({ id }) => ({ price: id })),
    ...gone.map(({ id }) => ({ id, deleted: true as const })),
  ];
}
