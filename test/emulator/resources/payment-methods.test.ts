import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

function typed(number: string, rest: Record<string, string> = {}): string {
  return new URLSearchParams({
    type: "card",
    "card[number]": number,
    "card[exp_month]": "12",
    "card[exp_year]": "2040",
    "card[cvc]": "123",
    ...rest,
  }).toString();
}

describe("a payment method", () => {
  it("is made of a card's number by a browser, and refused to a server", async () => {
    const browser = { key: "pk_test_raw", body: typed("4242424242424242") };
    const made = await emulator.request("POST", "/v1/payment_methods", browser);
    expect(made.json).toMatchObject({ object: "payment_method", card: { brand: "visa", last4: "4242" } });
    const server = { key: "sk_test_raw", body: typed("4242424242424242") };
    const refused = await emulator.request("POST", "/v1/payment_methods", server);
    expect(refused.status).toBe(402);
    expect(refused.json.error).toMatchObject({ type: "invalid_request_error" });
  });

  it.each([
    ["4242424242424241", {}, "incorrect_number"],
    ["4242424242424242", { "card[exp_year]": "2020" }, "invalid_expiry_year"],
    ["4242424242424242", { "card[exp_month]": "13" }, "invalid_expiry_month"],
  ])("of the card %s with %j is refused: %s", async (number, rest, code) => {
    const request = { key: "pk_test_raw", body: typed(number, rest) };
    const refused = await emulator.request("POST", "/v1/payment_methods", request);
    expect(refused.status).toBe(402);
    expect(refused.json.error).toMatchObject({ type: "card_error", code });
  });

  it("belongs to one customer, and after it was taken away to nobody any more", async () => {
    const stripe = emulator.stripe("owner");
    const [first, second] = [await stripe.customers.create(), await stripe.customers.create()];
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: first.id });
    await stripe.customers.update(first.id, { invoice_settings: { default_payment_method: method.id } });
    await expect(stripe.paymentMethods.attach(method.id, { customer: second.id })).rejects.toMatchObject({
      statusCode: 400,
    });

    await stripe.paymentMethods.detach(method.id);

    const left = await stripe.customers.retrieve(first.id);
    expect(left).toMatchObject({ invoice_settings: { default_payment_method: null } });
    await expect(stripe.paymentMethods.attach(method.id, { customer: first.id })).rejects.toMatchObject({
      message: expect.stringContaining("may not be used again"),
    });
  });

  it("of a card that is always declined can't be saved", async () => {
    const stripe = emulator.stripe("unsaved");
    const customer = await stripe.customers.create();
    const attach = stripe.paymentMethods.attach("pm_card_chargeDeclined", { customer: customer.id });
    await expect(attach).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toEqual([]);
  });
});
