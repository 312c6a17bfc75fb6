import type Stripe from "stripe";
import { answerChallenge } from "../../support/shop";
import { DAY, type Scenario, type Scenarios, type Stage } from "./stage";

const RETURN = { return_url: "https://example.com/back" };

/** Payments, what is given back of them, and cards that are saved. */
export const payments: Scenarios = {
  "paymentIntents.create": ({ stripe, during }) =>
    during(() => stripe.paymentIntents.create({ amount: 900, currency: "usd" })),
  "paymentIntents.confirm success": async ({ during, customer, pass, ...stage }) => {
    const once = await intent(stage);
    const saving = await intent(stage, { customer: await customer(), setup_future_usage: "off_session" });
    const confirmed = ({ id }: Stripe.PaymentIntent) =>
      during(async () => {
        await stage.stripe.paymentIntents.confirm(id, RETURN);
        await pass(5);
      });
    return [await confirmed(once), await confirmed(saving)];
  },
  "paymentIntents.confirm requires_action": confirmedWith("pm_card_authenticationRequired"),
  "paymentIntents.confirm declined": confirmedWith("pm_card_chargeDeclined"),
  "paymentIntents 3DS failed": async ({ emulator, during, ...stage }) => {
    const { id } = await intent(stage, { payment_method: "pm_card_authenticationRequired" });
    const asked = await stage.stripe.paymentIntents.confirm(id, { ...RETURN, use_stripe_sdk: true });
    return during(() => answerChallenge(emulator, { ...asked }, "fail"));
  },
  "paymentIntents manual capture authorised": async ({ during, ...stage }) => {
    const { id } = await intent(stage, { capture_method: "manual" });
    return during(() => stage.stripe.paymentIntents.confirm(id, RETURN));
  },
  "paymentIntents.capture": async ({ during, ...stage }) => {
    const { id } = await intent(stage, { ...RETURN, capture_method: "manual", confirm: true });
    return during(() => stage.stripe.paymentIntents.capture(id));
  },
  "paymentIntents.cancel": async ({ during, ...stage }) => {
    const waiting = await intent(stage);
    const held = await intent(stage, { ...RETURN, capture_method: "manual", confirm: true });
    const canceled = ({ id }: Stripe.PaymentIntent) => during(() => stage.stripe.paymentIntents.cancel(id));
    return [await canceled(waiting), await canceled(held)];
  },
  "refunds.create": refundedWith("pm_card_visa"),
  "refund fails later": refundedWith("pm_card_refundFail"),
  "dispute opened (after charge)": async ({ during, ...stage }) => {
    const opened = (payment_method: string) =>
      during(() => intent(stage, { ...RETURN, confirm: true, payment_method })).then(withoutFirst);
    return [await opened("pm_card_createDispute"), await opened("pm_card_createDisputeInquiry")];
  },
  "disputes.update submit, won": answeredWith("pm_card_createDispute", "winning_evidence"),
  "disputes.update submit, lost": answeredWith("pm_card_createDispute", "losing_evidence"),
  "disputes.update submit, escalated": answeredWith(
    "pm_card_createDisputeInquiry",
    "escalate_inquiry_evidence",
  ),
  "disputes.close": async ({ during, ...stage }) => {
    const id = await disputed(stage, "pm_card_createDispute");
    return during(() => stage.stripe.disputes.close(id));
  },
  "money that can be paid out": async ({ altogether, pass, ...stage }) => {
    await intent(stage, { ...RETURN, confirm: true });
    await pass(5);
    await intent(stage, { ...RETURN, confirm: true });
    await pass(5);
    return altogether(() => pass(2 * DAY));
  },
  "a bank that warns of fraud": async ({ during, pass, ...stage }) => {
    await intent(stage, FRAUD);
    return (await during(() => pass(5))).filter((type) => type !== "charge.updated");
  },
  "a charge that was warned of and is given back": async ({ during, pass, ...stage }) => {
    const { id } = await intent(stage, FRAUD);
    await pass(5);
    return during(() => stage.stripe.refunds.create({ payment_intent: id }));
  },
  "setupIntents.create": ({ stripe, during }) => during(() => stripe.setupIntents.create()),
  "setupIntents.create+confirm": async ({ stripe, customer, during }) => {
    const made = async (customer?: string) => {
      const whose = customer === undefined ? {} : { customer };
      return during(() =>
        stripe.setupIntents.create({ ...RETURN, ...whose, confirm: true, payment_method: "pm_card_visa" }),
      );
    };
    return [await made(), await made(await customer())];
  },
  "setupIntents.confirm success": setUpWith("pm_card_visa"),
  "setupIntents.confirm requires_action": setUpWith("pm_card_authenticationRequired"),
  "setupIntents.confirm declined": setUpWith("pm_card_chargeDeclined"),
  "setupIntents.cancel": async ({ stripe, during }) => {
    const { id } = await stripe.setupIntents.create();
    return during(() => stripe.setupIntents.cancel(id));
  },
};

const FRAUD = { ...RETURN, confirm: true, payment_method: "pm_card_createIssuerFraudRecord" };

type Shop = Pick<Stage, "stripe">;

function intent({ stripe }: Shop, params: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    amount: 900,
    currency: "usd",
    payment_method: "pm_card_visa",
    ...params,
  });
}

function confirmedWith(payment_method: string): Scenario {
  return async ({ during, ...stage }) => {
    const { id } = await intent(stage, { payment_method });
    return during(() => stage.stripe.paymentIntents.confirm(id, RETURN).catch(() => null));
  };
}

function refundedWith(payment_method: string): Scenario {
  return async ({ during, pass, ...stage }) => {
    const { id } = await intent(stage, { ...RETURN, confirm: true, payment_method });
    await pass(5);
    return during(async () => {
      await stage.stripe.refunds.create({ payment_intent: id });
      await pass(10);
    });
  };
}

async function disputed(stage: Shop, payment_method: string): Promise<string> {
  const { id } = await intent(stage, { ...RETURN, confirm: true, payment_method });
  const [dispute] = (await stage.stripe.disputes.list({ payment_intent: id })).data;
  return dispute?.id ?? "";
}

function answeredWith(card: string, uncategorized_text: string): Scenario {
  return async ({ during, pass, ...stage }) => {
    const id = await disputed(stage, card);
    return during(async () => {
      await stage.stripe.disputes.update(id, { evidence: { uncategorized_text } });
      await pass(10);
    });
  };
}

function setUpWith(payment_method: string): Scenario {
  return async ({ stripe, customer, during }) => {
    const { id } = await stripe.setupIntents.create({ customer: await customer(), payment_method });
    return during(() => stripe.setupIntents.confirm(id, RETURN).catch(() => null));
  };
}

/** What follows `payment_intent.created`. */
function withoutFirst(types: string[]): string[] {
  return types.slice(1);
}
