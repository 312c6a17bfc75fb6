import Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerChallenge, letPass } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";
import CARDS from "./cards.json" with { type: "json" };

/** What comes of asking a card for something: `paid`, `asks` for its holder, or why it is declined. */
type Outcome = string;

let emulator: StartedEmulator;
let stripe: Stripe;
beforeAll(async () => {
  emulator = await startEmulator();
  stripe = emulator.stripe("cards");
});
afterAll(() => emulator.stop());

const BACK = { return_url: "https://example.com/back" };

/** A payment method of the card's number, as a browser makes it, or why there is none. */
async function typed(number: string): Promise<string> {
  const body = new URLSearchParams({
    "billing_details[address][line1]": "1 High Street",
    "billing_details[address][postal_code]": "94110",
    "card[cvc]": "1234",
    "card[exp_month]": "12",
    "card[exp_year]": "2040",
    "card[number]": number,
    type: "card",
  });
  const { json } = await emulator.request("POST", "/v1/payment_methods", {
    key: "pk_test_cards",
    body: body.toString(),
  });
  return String(json.id);
}

async function outcome(asked: Promise<{ readonly status?: string | null }>): Promise<Outcome> {
  try {
    const { status } = await asked;
    return status === "requires_action" ? "asks" : "paid";
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) return error.decline_code ?? error.code ?? "";
    throw error;
  }
}

function pay(payment_method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    amount: 5000,
    capture_method: "automatic",
    confirm: true,
    currency: "usd",
    expand: ["latest_charge.balance_transaction"],
    payment_method,
    ...BACK,
    ...more,
  });
}

/** Saves the card with its holder there, who passes what is asked of them, and then charges it without them. */
async function setUp(method: string): Promise<{ readonly setup: Outcome; readonly later: Outcome | null }> {
  const { id: customer } = await stripe.customers.create();
  const { id } = await stripe.setupIntents.create({ customer });
  const confirmed = stripe.setupIntents.confirm(id, {
    payment_method: method,
    use_stripe_sdk: true,
    ...BACK,
  });
  const setup = await outcome(confirmed);
  if (setup === "asks") await answerChallenge(emulator, { ...(await confirmed) }, "authorize");
  if (setup !== "asks" && setup !== "paid") return { setup, later: null };
  return { setup, later: await outcome(pay(method, { customer, off_session: true })) };
}

/** Passes the challenge of a payment, and says what came of it. */
async function afterChallenge(method: string): Promise<Outcome> {
  const intent = await pay(method, { use_stripe_sdk: true });
  await answerChallenge(emulator, { ...intent }, "authorize");
  const { last_payment_error: error } = await stripe.paymentIntents.retrieve(intent.id);
  return error === null ? "paid" : (error.decline_code ?? error.code ?? "");
}

it("there are 63 of them", () => {
  expect(new Set(CARDS.map(({ number }) => number)).size).toBe(63);
});

const saved = CARDS.filter(({ number }) => number !== "4242424242424241");

it("a number that can't be a card's is refused where it is typed", async () => {
  const wrong = CARDS.filter((card) => !saved.includes(card));
  expect(wrong.map(({ present }) => present)).toEqual(["incorrect_number"]);
  expect(await typed("4242424242424241")).toBe("undefined");
});

it.each(saved)("$number does in each operation what it is for", async (card) => {
  const method = await stripe.paymentMethods.retrieve(await typed(card.number));
  const { brand, country, funding } = card;
  expect(method.card).toMatchObject({ brand, country, funding, last4: card.number.slice(-4) });
  const { id: customer } = await stripe.customers.create();
  const [attach, present, absent, { setup, later }] = [
    await outcome(
      stripe.paymentMethods.attach(await typed(card.number), { customer }).then(() => ({ status: null })),
    ),
    await outcome(pay(method.id)),
    await outcome(pay(await typed(card.number), { off_session: true })),
    await setUp(await typed(card.number)),
  ];
  expect({ attach, setup, present, absent, setUp: later ?? card.setUp }).toEqual({
    attach: card.attach,
    setup: card.setup,
    present: card.present,
    absent: card.absent,
    setUp: card.setUp,
  });
  if (card.afterChallenge !== undefined) {
    expect(await afterChallenge(await typed(card.number))).toBe(card.afterChallenge);
  }
});

it.each(CARDS.filter(({ checks }) => checks))("$number fails the checks it is for", async (card) => {
  const { latest_charge: charge } = await pay(await typed(card.number));
  expect(charge).toMatchObject({ payment_method_details: { card: { checks: card.checks } } });
});

it.each(CARDS.filter(({ dispute }) => dispute))("$number is disputed", async ({ number, dispute }) => {
  const { id } = await pay(await typed(number));
  const { data } = await stripe.disputes.list({ payment_intent: id });
  expect(data).toHaveLength(dispute?.count ?? 1);
  expect(data[0]).toMatchObject({ reason: dispute?.reason, status: dispute?.status });
});

it.each(CARDS.filter(({ refund }) => refund))(
  "$number is refunded with a delay",
  async ({ number, refund = [] }) => {
    const { id: payment_intent } = await pay(await typed(number));
    const given = await stripe.refunds.create({ payment_intent });
    await letPass(emulator, "cards", 5);
    const settled = await stripe.refunds.retrieve(given.id);
    expect([given.status, settled.status]).toEqual(refund);
  },
);

it.each(CARDS.filter(({ available }) => available))("$number is available at once", async ({ number }) => {
  const { latest_charge: charge } = await pay(await typed(number));
  expect(charge).toMatchObject({ balance_transaction: { status: "available" } });
});
