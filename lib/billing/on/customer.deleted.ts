import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import endSubscriptionsOfCustomer from "../jobs/end-subscriptions-of-customer";

/** Stripe ends the subscriptions of a deleted customer; we look, in case it tells us only of the customer. */
export default on("customer.deleted", async ({ event, send }) => {
  const { id } = event.data.object;
  send(enqueuing(endSubscriptionsOfCustomer, { customer: id }, { key: id }));
});
