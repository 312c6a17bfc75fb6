import { completeChallenge } from "@/emulator/payments/complete-challenge";
import { type Action, oneOf, some, type World } from "./world";

const BACK = "https://example.com/back";

/** A test card of some sort: most pay. */
export function cardOf(world: World): string {
  return oneOf(
    world,
    "pm_card_visa",
    "pm_card_chargeCustomerFail",
    "pm_card_authenticationRequired",
    "pm_card_visa",
    "pm_card_createDispute",
    "pm_card_pendingRefund",
    "pm_card_refundFail",
    "pm_card_visa_chargeDeclined",
    "pm_card_createDisputeInquiry",
  );
}

export const PAYMENT_ACTIONS = {
  pay: (world) =>
    world.stripe.paymentIntents.create({
      amount: 500 + world.how,
      capture_method: oneOf(world, "automatic", "manual", "automatic_async"),
      confirm: world.how % 4 > 0,
      currency: "usd",
      payment_method: cardOf(world),
      return_url: BACK,
    }),
  confirm: (world) =>
    world.stripe.paymentIntents.confirm(some(world, "payment_intent").id, {
      payment_method: cardOf(world),
      return_url: BACK,
    }),
  capture: (world) => world.stripe.paymentIntents.capture(some(world, "payment_intent").id),
  cancelPayment: (world) => world.stripe.paymentIntents.cancel(some(world, "payment_intent").id),
  setUp: (world) =>
    world.stripe.setupIntents.create({
      confirm: world.how % 3 > 0,
      payment_method: cardOf(world),
      return_url: BACK,
    }),
  confirmSetUp: (world) =>
    world.stripe.setupIntents.confirm(some(world, "setup_intent").id, {
      payment_method: cardOf(world),
      return_url: BACK,
    }),
  cancelSetUp: (world) => world.stripe.setupIntents.cancel(some(world, "setup_intent").id),
  challenge: async (world) => {
    const { id } = some(world, "_challenge");
    world.account.run((work) => completeChallenge(work, id, oneOf(world, "authorize", "fail", "authorize")));
  },
  refund: (world) => {
    const { amount, id } = some(world, "charge");
    return world.stripe.refunds.create({ amount: oneOf(world, amount, 100), charge: id });
  },
  cancelRefund: (world) => world.stripe.refunds.cancel(some(world, "refund").id),
  answerDispute: (world) =>
    world.stripe.disputes.update(some(world, "dispute").id, {
      evidence: {
        uncategorized_text: oneOf(
          world,
          "winning_evidence",
          "losing_evidence",
          "escalate_inquiry_evidence",
          "none",
        ),
      },
    }),
  closeDispute: (world) => world.stripe.disputes.close(some(world, "dispute").id),
} as const satisfies Readonly<Record<string, Action>>;
