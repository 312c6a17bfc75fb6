import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Conformance, loadConformance } from "../support/conform";
import { eventTypes } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
let check: Conformance;
beforeAll(async () => {
  [emulator, check] = await Promise.all([startEmulator(), loadConformance()]);
}, 120_000);
afterAll(() => emulator.stop());

/** A token as a browser makes it. */
async function tokenOf(account: string, number: string) {
  const body = new URLSearchParams({
    "card[cvc]": "123",
    "card[exp_month]": "12",
    "card[exp_year]": "2040",
    "card[name]": "Ada",
    "card[number]": number,
  });
  const options = { key: `pk_test_${account}`, body: body.toString() };
  return (await emulator.request("POST", "/v1/tokens", options)).json;
}

describe("a charge without a PaymentIntent", () => {
  it("charges a token once", async () => {
    const stripe = emulator.stripe("once");
    const token = await tokenOf("once", "4242424242424242");
    expect(check(token)).toEqual([]);
    const create = () => stripe.charges.create({ amount: 900, currency: "usd", source: String(token.id) });
    const charge = await create();
    expect(charge).toMatchObject({
      amount_captured: 900,
      payment_intent: null,
      source: { brand: "Visa", last4: "4242", name: "Ada", object: "card" },
      status: "succeeded",
    });
    await expect(create()).rejects.toMatchObject({ code: "token_already_used", param: "source" });
    expect(await stripe.tokens.retrieve(String(token.id))).toMatchObject({ used: true });
    expect(await eventTypes(stripe)).toEqual(["charge.succeeded"]);
  }, 60_000);

  it("is refunded, captured later and disputed as any other", async () => {
    const stripe = emulator.stripe("whole");
    const charge = await stripe.charges.create({
      amount: 900,
      capture: false,
      currency: "usd",
      source: "tok_visa",
    });
    await expect(stripe.charges.capture(charge.id, { amount: 901 })).rejects.toMatchObject({
      code: "amount_too_large",
    });
    expect(await stripe.charges.capture(charge.id, { amount: 700 })).toMatchObject({ amount_captured: 700 });
    await stripe.refunds.create({ charge: charge.id });
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 900, refunded: true });
    const disputed = await stripe.charges.create({
      amount: 900,
      currency: "usd",
      source: "tok_createDispute",
    });
    expect(disputed.disputed).toBe(true);
  });

  it("leaves a declined charge behind, and nothing where there is no card", async () => {
    const stripe = emulator.stripe("declined");
    await expect(
      stripe.charges.create({ amount: 900, currency: "usd", source: "tok_chargeDeclined" }),
    ).rejects.toMatchObject({ code: "card_declined", decline_code: "generic_decline" });
    const customer = await stripe.customers.create();
    await expect(
      stripe.charges.create({ amount: 900, currency: "usd", customer: customer.id }),
    ).rejects.toMatchObject({ code: "missing", type: "StripeCardError" });
    await expect(stripe.charges.create({ amount: 900, currency: "usd" })).rejects.toThrow(
      "Must provide source or customer.",
    );
    const charges = await stripe.charges.list();
    expect(charges.data).toMatchObject([{ failure_code: "card_declined", status: "failed" }]);
  });
});

it("authorizes more only where that was asked for, and only more", async () => {
  const stripe = emulator.stripe("more");
  const hold = (request: "if_available" | "never") =>
    stripe.paymentIntents.create({
      amount: 1000,
      capture_method: "manual",
      confirm: true,
      currency: "usd",
      payment_method: "pm_card_visa",
      payment_method_options: { card: { request_incremental_authorization: request } },
      return_url: "https://example.com/back",
    });
  const held = await hold("if_available");
  const more = await stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1500 });
  expect(more).toMatchObject({ amount: 1500, amount_capturable: 1500, status: "requires_capture" });
  await expect(stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1500 })).rejects.toMatchObject(
    { param: "amount" },
  );
  expect(await stripe.paymentIntents.capture(held.id)).toMatchObject({ amount_received: 1500 });
  const other = await hold("never");
  await expect(stripe.paymentIntents.incrementAuthorization(other.id, { amount: 1500 })).rejects.toThrow(
    "doesn't support incremental authorizations",
  );
});

it("the balance is what was paid less fees and refunds, once it is available", async () => {
  const stripe = emulator.stripe("balance");
  expect(await stripe.balance.retrieve()).toMatchObject({ available: [{ amount: 0, currency: "usd" }] });
  await stripe.charges.create({ amount: 10000, currency: "usd", source: "tok_bypassPending" });
  await stripe.charges.create({ amount: 1000, currency: "usd", source: "tok_visa" });
  expect(await stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 9680, currency: "usd" }],
    pending: [{ amount: 941, currency: "usd" }],
  });
});
