import { idOf } from "../ids";
import type { Change } from "../plan/changeable";
import { reportUsage } from "./report-usage";

/**
 * Tells Stripe what was used up to this moment, where a change is to end its counting: Stripe bills with the change what it has
 * heard of by then, and nothing that it hears later.
 *
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function reportDropped({ subscription, metered }: Change): Promise<void> {
  const ends = metered.some((change) => "deleted" in change);
  if (ends) await reportUsage({ customer: idOf(subscription.customer) ?? "" });
}
