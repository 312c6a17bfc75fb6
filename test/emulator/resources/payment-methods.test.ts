import { describe, expect, it } from "vitest";
import { eventTypes, lastEvent, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

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
    ["4242424242424242", { "card[exp_month]": "0" }, "invalid_expiry_month"],
  ])("of the card %s with %j is refused: %s", async (number, rest, code) => {
    const request = { key: "pk_test_raw", body: typed(number, rest) };
    const refused = await emulator.request("POST", "/v1/payment_methods", request);
    expect(refused.status).toBe(402);
    expect(refused.json.error).toMatchObject({ type: "card_error", code });
  });

  it.each([
    ["card[exp_year]", "next", "invalid_expiry_year"],
    ["card[exp_month]", "May", "invalid_expiry_month"],
  ])("isn't made of a token whose %s is %s", async (name, value, code) => {
    const { type: _type, ...card } = Object.fromEntries(new URLSearchParams(typed("4242424242424242")));
    const body = new URLSearchParams({ ...card, [name]: value }).toString();
    const refused = await emulator.request("POST", "/v1/tokens", { key: "pk_test_raw", body });
    expect([refused.status, refused.json.error]).toMatchObject([402, { type: "card_error", code }]);
  });

  it("isn't given a date of expiry that can't be", async () => {
    const stripe = emulator.stripe("dates");
    const customer = await stripe.customers.create();
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    const changed = stripe.paymentMethods.update(id, { card: { exp_month: 13 } });
    await expect(changed).rejects.toMatchObject({ code: "invalid_expiry_month" });
  });

  it("that was taken away pays for no subscription any more, its own or not", async () => {
    const { stripe, monthly } = await openShop(emulator, "taken");
    const { id: customer } = await stripe.customers.create();
    const { id: method } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    const items = [{ price: monthly.id }];
    const own = await stripe.subscriptions.create({ customer, default_payment_method: method, items });
    const before = await lastEvent(stripe);
    await stripe.paymentMethods.detach(method);
    expect(await eventTypes(stripe, before)).toEqual([
      "payment_method.detached",
      "customer.subscription.updated",
    ]);
    expect((await stripe.subscriptions.retrieve(own.id)).default_payment_method).toBeNull();
    await letPass(emulator, "taken", 32 * 86_400);
    expect((await stripe.subscriptions.retrieve(own.id)).status).toBe("past_due");
    expect((await stripe.charges.list()).data).toHaveLength(1);
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
