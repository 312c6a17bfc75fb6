import type { Job } from "../core/records";
import type { Work } from "../core/work";
import { closeIntent } from "./cancel";

/**
 * Gives back what was authorized and never captured. Emits `charge.expired` and `payment_intent.canceled`.
 * https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
 */
export function expireCharge(work: Work, { subject }: Job): void {
  const charge = work.store.get("charge", subject);
  if (!charge || charge.captured || charge.refunded) return;
  const expired = work.store.update("charge", charge.id, { amount_refunded: charge.amount, refunded: true });
  work.emit("charge.expired", expired);
  const intent = work.store.get("payment_intent", charge.payment_intent ?? "");
  if (intent?.status === "requires_capture") closeIntent(work, intent, "automatic");
}
