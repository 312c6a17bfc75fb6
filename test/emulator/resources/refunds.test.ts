import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Conformance, loadConformance } from "../support/conform";
import { answersOf, eventTypes, lastEvent, letPass } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
let findings: Conformance;
beforeAll(async () => {
  [emulator, findings] = await Promise.all([startEmulator(), loadConformance()]);
}, 60_000);
afterAll(() => emulator.stop());

async function paid(account: string, card = "pm_card_visa") {
  const stripe = emulator.stripe(account);
  const intent = await stripe.paymentIntents.create({
    amount: 5000,
    currency: "usd",
    payment_method: card,
    confirm: true,
    return_url: "http://localhost:3000/back",
  });
  return { stripe, charge: String(intent.latest_charge), intent: intent.id, before: await lastEvent(stripe) };
}

describe("a refund", () => {
  it("of a part, then of the rest, adds up on the charge", async () => {
    const { stripe, charge, before } = await paid("parts");
    await stripe.refunds.create({ charge, amount: 2000 });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 2000, refunded: false });
    await stripe.refunds.create({ charge });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 5000, refunded: true });
    expect(await eventTypes(stripe, before)).toEqual([
      "refund.created",
      "charge.refunded",
      "refund.created",
      "charge.refunded",
    ]);
  });

  it("of a charge that is another payment's is refused, and what it would ignore as well", async () => {
    const { stripe, charge, intent } = await paid("whose");
    const other = await paid("whose");
    const mixed = stripe.refunds.create({ charge, payment_intent: other.intent });
    await expect(mixed).rejects.toMatchObject({ param: "payment_intent", statusCode: 400 });
    const elsewhere = stripe.refunds.create({ charge, currency: "eur", amount: 100 });
    await expect(elsewhere).rejects.toThrow("Not implemented by the emulator: the parameter currency");
    expect((await stripe.refunds.list()).data).toEqual([]);
    expect(await stripe.refunds.create({ charge, payment_intent: intent })).toMatchObject({ amount: 5000 });
  });

  it("of more than is left is refused, and so is a second whole one", async () => {
    const { stripe, charge, intent } = await paid("too-much");
    await expect(stripe.refunds.create({ charge, amount: 5001 })).rejects.toMatchObject({
      message: "Refund amount ($50.01) is greater than unrefunded amount on charge ($50.00)",
      param: "amount",
    });
    await stripe.refunds.create({ payment_intent: intent });
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });

  it("that fails later gives the charge back what it took", async () => {
    const { stripe, charge } = await paid("fails", "pm_card_refundFail");
    const refund = await stripe.refunds.create({ charge });
    await letPass(emulator, "fails", 10);
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe("failed");
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    const [back, ...others] = (await stripe.balanceTransactions.list({ type: "refund_failure" })).data;
    expect([back?.amount, others]).toEqual([5000, []]);
    const failed = await stripe.refunds.retrieve(refund.id);
    expect(failed.failure_balance_transaction).toBe(back?.id);
  });
});

it("refunds, their charges and events have the shape of the SDK's types", async () => {
  const paths = ["/v1/refunds", "/v1/charges?expand[]=data.refunds", "/v1/events?limit=100"];
  expect((await answersOf(emulator, "parts", paths)).flatMap(findings)).toEqual([]);
});
