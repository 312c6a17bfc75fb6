import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { abandonChallenges } from "./challenge";

type PaymentIntent = Held<"payment_intent">;

/** Gives an intent up and what it had authorized back. Emits `charge.refunded`, where it applies, and `payment_intent.canceled`. */
export function cancelIntent(
  work: Work,
  intent: PaymentIntent,
  reason: PaymentIntent["cancellation_reason"],
): PaymentIntent {
  abandonChallenges(work, intent.id);
  if (intent.status === "requires_capture" && intent.latest_charge) release(work, intent.latest_charge);
  return closeIntent(work, intent, reason);
}

/** Ends an intent that holds nothing any more. Emits `payment_intent.canceled`. */
export function closeIntent(
  work: Work,
  intent: PaymentIntent,
  reason: PaymentIntent["cancellation_reason"],
): PaymentIntent {
  const canceled = work.store.update("payment_intent", intent.id, {
    amount_capturable: 0,
    canceled_at: work.now(),
    cancellation_reason: reason,
    next_action: null,
    status: "canceled",
  });
  work.emit("payment_intent.canceled", canceled);
  return canceled;
}

function release(work: Work, id: string): void {
  const { amount } = work.store.must("charge", id);
  const released = work.store.update("charge", id, { amount_refunded: amount, refunded: true });
  work.emit("charge.refunded", released);
}
