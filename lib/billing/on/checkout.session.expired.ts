import { on } from "@/lib/stripe/webhooks/on";
import { releasingUnfilled } from "../checkout/slots";

/** Nobody can pay on a page of Stripe's any more: the place that it was made for is free again. */
export default on("checkout.session.expired", async ({ event, send }) => {
  const { slot } = event.data.object.metadata ?? {};
  if (slot) send(releasingUnfilled(slot));
});
