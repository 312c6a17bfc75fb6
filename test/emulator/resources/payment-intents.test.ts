import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Conformance, loadConformance } from "../support/conform";
import { answerChallenge, answersOf, customerWith, eventTypes, lastEvent, letPass } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
let findings: Conformance;
beforeAll(async () => {
  [emulator, findings] = await Promise.all([startEmulator(), loadConformance()]);
}, 60_000);
afterAll(() => emulator.stop());

const RETURN = "http://localhost:3000/back";

/** A payment of $50 made by a server at once. */
function pay(account: string, payment_method: string, params: object = {}) {
  return emulator.stripe(account).paymentIntents.create({
    amount: 5000,
    currency: "usd",
    payment_method,
    confirm: true,
    return_url: RETURN,
    ...params,
  });
}

describe("a payment", () => {
  it("that goes through has a charge, and an entry in the balance less the fee", async () => {
    const stripe = emulator.stripe("through");
    const { id } = await pay("through", "pm_card_visa");
    const events = await eventTypes(stripe);
    await letPass(emulator, "through", 2);
    const intent = await stripe.paymentIntents.retrieve(id, {
      expand: ["latest_charge.balance_transaction"],
    });
    expect(intent).toMatchObject({
      status: "succeeded",
      amount_received: 5000,
      latest_charge: {
        status: "succeeded",
        captured: true,
        balance_transaction: { amount: 5000, fee: 175, net: 4825 },
      },
    });
    expect(events).toEqual(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]);
    expect(await eventTypes(stripe)).toEqual([...events, "charge.updated"]);
  });

  it("that is declined leaves its failed charge, its intent and the events", async () => {
    const stripe = emulator.stripe("declined");
    await expect(pay("declined", "pm_card_visa_chargeDeclinedInsufficientFunds")).rejects.toMatchObject({
      statusCode: 402,
      code: "card_declined",
      decline_code: "insufficient_funds",
      payment_intent: { status: "requires_payment_method" },
    });
    const [charge] = (await stripe.charges.list()).data;
    expect(charge).toMatchObject({ status: "failed", paid: false, outcome: { type: "issuer_declined" } });
    expect((await eventTypes(stripe)).slice(-2)).toEqual(["charge.failed", "payment_intent.payment_failed"]);
  });

  it("with a server's return address sends the customer to the challenge and back", async () => {
    const asked = await pay("redirect", "pm_card_authenticationRequired");
    const url = asked.next_action?.redirect_to_url?.url ?? "";
    expect(asked.status).toBe("requires_action");
    const answered = await fetch(url, {
      method: "POST",
      body: new URLSearchParams({ outcome: "authorize" }),
      redirect: "manual",
    });
    const back = new URL(answered.headers.get("location") ?? "");
    expect(back.origin + back.pathname).toBe(RETURN);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      payment_intent: asked.id,
      payment_intent_client_secret: asked.client_secret,
      redirect_status: "succeeded",
    });
    const stripe = emulator.stripe("redirect");
    expect((await stripe.paymentIntents.retrieve(asked.id)).status).toBe("succeeded");
  });

  it("may be declined even after the challenge was passed", async () => {
    const asked = await pay("after", "pm_card_threeDSecureRequiredChargeDeclined", { use_stripe_sdk: true });
    await answerChallenge(emulator, { ...asked }, "authorize");
    const intent = await emulator.stripe("after").paymentIntents.retrieve(asked.id);
    expect(intent).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "card_declined", payment_method: { object: "payment_method" } },
    });
  });

  it("without its customer present is refused by a card that wants them, unless it was set up", async () => {
    const stripe = emulator.stripe("off-session");
    const customer = await stripe.customers.create();
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      payment_method: "pm_card_authenticationRequiredOnSetup",
      confirm: true,
      use_stripe_sdk: true,
      return_url: RETURN,
    });
    await answerChallenge(emulator, { ...setup }, "authorize");
    const [method] = (await stripe.paymentMethods.list({ customer: customer.id })).data;
    const later = { customer: customer.id, off_session: true };
    expect((await pay("off-session", method?.id ?? "", later)).status).toBe("succeeded");
    const fresh = await stripe.paymentMethods.attach("pm_card_authenticationRequired", {
      customer: customer.id,
    });
    await expect(pay("off-session", fresh.id, later)).rejects.toMatchObject({
      code: "authentication_required",
    });
  });

  it("authorized by hand is captured in part, and the rest released", async () => {
    const stripe = emulator.stripe("manual");
    const held = await pay("manual", "pm_card_visa", { capture_method: "manual" });
    expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 5000 });
    const before = await lastEvent(stripe);
    const taken = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 3000 });
    expect(taken).toMatchObject({ status: "succeeded", amount_received: 3000, amount_capturable: 0 });
    expect(await eventTypes(stripe, before)).toEqual(["charge.captured", "payment_intent.succeeded"]);
  });

  it("that was given up can't be confirmed, and one that succeeded can't be given up", async () => {
    const stripe = emulator.stripe("given-up");
    const waiting = await stripe.paymentIntents.create({ amount: 5000, currency: "usd" });
    await stripe.paymentIntents.cancel(waiting.id, { cancellation_reason: "abandoned" });
    const unexpected = { code: "payment_intent_unexpected_state" };
    await expect(
      stripe.paymentIntents.confirm(waiting.id, { payment_method: "pm_card_visa", return_url: RETURN }),
    ).rejects.toMatchObject(unexpected);
    const paid = await pay("given-up", "pm_card_visa");
    await expect(stripe.paymentIntents.cancel(paid.id)).rejects.toMatchObject(unexpected);
  });

  it.each([
    [0, "parameter_invalid_integer"],
    [49, "amount_too_small"],
    [100_000_000, "amount_too_large"],
  ])("of %i is refused: %s", async (amount, code) => {
    const create = emulator.stripe("amounts").paymentIntents.create({ amount, currency: "usd" });
    await expect(create).rejects.toMatchObject({ code, param: "amount" });
  });

  it("and all it makes have the shape of the SDK's types", async () => {
    const customer = await customerWith(emulator.stripe("shapes"), "pm_card_visa");
    await pay("shapes", "pm_card_visa", { customer: customer.id, setup_future_usage: "off_session" });
    await pay("shapes", "pm_card_visa", { capture_method: "manual" });
    await pay("shapes", "pm_card_authenticationRequired");
    await pay("shapes", "pm_card_chargeCustomerFail").catch(() => {});
    const paths = ["/v1/events?limit=100", "/v1/charges", "/v1/payment_intents", "/v1/balance_transactions"];
    const answers = await answersOf(emulator, "shapes", paths);
    expect(answers.flatMap(findings)).toEqual([]);
  });
});
