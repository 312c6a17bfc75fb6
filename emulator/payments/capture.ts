import { money } from "../billing/money";
import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { bookCharge } from "./balance";
import { openDisputes } from "./dispute";
import { cardBehind } from "./issuer";

type Charge = Held<"charge">;

/**
 * Takes what an intent has authorized, or a part of it; the rest is released. Emits `charge.captured` and
 * `payment_intent.succeeded`. https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
 */
export function captureIntent(
  work: Work,
  intent: Held<"payment_intent">,
  amount: number = intent.amount_capturable,
): Held<"payment_intent"> {
  if (amount > intent.amount_capturable)
    throw tooMuch(intent.amount_capturable, intent.currency, "amount_to_capture");
  takeHeld(work, work.store.must("charge", intent.latest_charge ?? ""), amount);
  const paid = work.store.update("payment_intent", intent.id, {
    amount_capturable: 0,
    amount_received: amount,
    status: "succeeded",
  });
  work.emit("payment_intent.succeeded", paid);
  return paid;
}

/** Takes what a charge of no PaymentIntent has authorized, or a part of it. Emits `charge.captured`. */
export function captureAlone(work: Work, charge: Charge, amount: number = charge.amount): Charge {
  if (amount > charge.amount) throw tooMuch(charge.amount, charge.currency, "amount");
  return takeHeld(work, charge, amount);
}

function takeHeld(work: Work, held: Charge, amount: number): Charge {
  const before = work.snapshot(held);
  const captured = work.store.update("charge", held.id, {
    amount_captured: amount,
    amount_refunded: held.amount - amount,
    captured: true,
  });
  const method = work.store.get("payment_method", held.payment_method ?? "");
  const booked = bookCharge(
    work,
    captured.id,
    method ? cardBehind(work, method).availableAtOnce === true : false,
  );
  work.emit("charge.captured", booked, before);
  if (method) openDisputes(work, booked, cardBehind(work, method));
  return booked;
}

function tooMuch(authorized: number, currency: string, param: "amount" | "amount_to_capture") {
  const most = money(authorized, currency);
  return invalidRequest(`The ${param} must be less than or equal to the authorized amount (${most}).`, {
    code: "amount_too_large",
    param,
  });
}
