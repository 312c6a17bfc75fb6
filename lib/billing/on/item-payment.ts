import { on } from "@/lib/stripe/webhooks/on";
import { followingItemPayment } from "../follow-item-payment";
import { idOf } from "../ids";

/** Something bought once is paid for, given back, or lost to a bank, or couldn't be given back: what it opens follows. */
export default on(
  [
    "payment_intent.succeeded",
    "payment_intent.canceled",
    "charge.refunded",
    "charge.dispute.closed",
    "refund.failed",
  ],
  async ({ event, send }) => {
    const { object } = event.data;
    const intent = object.object === "payment_intent" ? object.id : idOf(object.payment_intent);
    if (intent) for (const statement of followingItemPayment(intent)) send(statement);
  },
  // Each renewal has a payment, and is no purchase.
  {
    when: ({ data: { object } }) => object.object !== "payment_intent" || Boolean(object.metadata?.purchase),
  },
);
