import { expect, it } from "vitest";
import { letPass } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

const shipping = { address: { country: "GB", line1: "1 High Street" }, name: "Ada" };
const payment = { amount: 2000, confirm: true, currency: "usd" } as const;

/** As Stripe.js does with what a form holds. */
function collect(account: string, number: string, more: Record<string, string> = {}) {
  const body = new URLSearchParams({
    "payment_method_data[type]": "card",
    "payment_method_data[billing_details][name]": "Ada",
    "payment_method_data[card][cvc]": "123",
    "payment_method_data[card][exp_month]": "12",
    "payment_method_data[card][exp_year]": "2040",
    "payment_method_data[card][number]": number,
    ...more,
  });
  const options = { body: body.toString(), key: `pk_test_${account}` };
  return emulator.request("POST", "/v1/confirmation_tokens", options);
}

it("shows what a form collected, but no payment method's id", async () => {
  const stripe = emulator.stripe("preview");
  const { json } = await collect("preview", "4242424242424242", { return_url: "https://example.com/back" });
  const token = await stripe.confirmationTokens.retrieve(String(json.id));
  expect(token).toMatchObject({
    payment_intent: null,
    payment_method_preview: { billing_details: { name: "Ada" }, card: { last4: "4242" }, type: "card" },
    return_url: "https://example.com/back",
    use_stripe_sdk: true,
  });
  expect(token.id).toMatch(/^ctoken_/);
  expect(token.expires_at).toBe(token.created + 12 * 60 * 60);
  expect(JSON.stringify(token)).not.toContain("pm_");
});

it("pays on the server with all that the token holds", async () => {
  const stripe = emulator.stripe("pays");
  const customer = await stripe.customers.create();
  const token = await stripe.testHelpers.confirmationTokens.create({
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
    setup_future_usage: "off_session",
    shipping,
  });
  const paid = await stripe.paymentIntents.create({
    ...payment,
    confirmation_token: token.id,
    customer: customer.id,
  });
  expect(paid).toMatchObject({
    setup_future_usage: "off_session",
    shipping: { address: { line1: "1 High Street" }, name: "Ada" },
    status: "succeeded",
  });
  const used = await stripe.confirmationTokens.retrieve(token.id);
  expect(used).toMatchObject({ expires_at: null, payment_intent: paid.id, setup_intent: null });
  expect((await stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1);
});

it("leaves a challenge to Stripe.js", async () => {
  const { json } = await collect("challenge", "4000002760003184", { return_url: "https://example.com/back" });
  const intent = await emulator
    .stripe("challenge")
    .paymentIntents.create({ ...payment, confirmation_token: String(json.id) });
  expect(intent).toMatchObject({ next_action: { type: "use_stripe_sdk" }, status: "requires_action" });
});

it("what the confirmation says itself counts", async () => {
  const stripe = emulator.stripe("precedence");
  const token = await stripe.testHelpers.confirmationTokens.create({
    payment_method: "pm_card_visa",
    shipping,
  });
  const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: "usd" });
  const paid = await stripe.paymentIntents.confirm(id, {
    confirmation_token: token.id,
    payment_method: "pm_card_mastercard",
    shipping: { ...shipping, name: "Grace" },
    expand: ["payment_method"],
  });
  expect(paid).toMatchObject({
    payment_method: { card: { brand: "mastercard" } },
    shipping: { name: "Grace" },
  });
});

it("saves a card with a setup intent", async () => {
  const stripe = emulator.stripe("setup");
  const customer = await stripe.customers.create();
  const create = () => stripe.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa" });
  const [first, second] = [await create(), await create()];
  const made = await stripe.setupIntents.create({
    confirm: true,
    confirmation_token: first.id,
    customer: customer.id,
  });
  expect(made.status).toBe("succeeded");
  const { id } = await stripe.setupIntents.create({ customer: customer.id });
  expect(await stripe.setupIntents.confirm(id, { confirmation_token: second.id })).toMatchObject({
    customer: customer.id,
    status: "succeeded",
  });
  expect(await stripe.confirmationTokens.retrieve(second.id)).toMatchObject({ setup_intent: id });
});

it("serves once, even for a card that is declined", async () => {
  const stripe = emulator.stripe("once");
  const token = await stripe.testHelpers.confirmationTokens.create({
    payment_method: "pm_card_chargeDeclined",
  });
  const pay = () => stripe.paymentIntents.create({ ...payment, confirmation_token: token.id });
  await expect(pay()).rejects.toMatchObject({ code: "card_declined" });
  await expect(pay()).rejects.toMatchObject({ code: "token_already_used", param: "confirmation_token" });
  const paid = await stripe.paymentIntents.list();
  expect(paid.data).toHaveLength(1);
});

it("a refused confirmation leaves the token unused", async () => {
  const stripe = emulator.stripe("refused");
  const token = await stripe.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa" });
  await expect(
    stripe.paymentIntents.create({ ...payment, confirmation_token: token.id, customer: "cus_nobody" }),
  ).rejects.toMatchObject({ code: "resource_missing", param: "customer" });
  await expect(
    stripe.paymentIntents.create({ amount: 2000, confirmation_token: token.id, currency: "usd" }),
  ).rejects.toMatchObject({ param: "confirmation_token" });
  expect(await stripe.confirmationTokens.retrieve(token.id)).toMatchObject({ payment_intent: null });
  expect(await stripe.paymentIntents.create({ ...payment, confirmation_token: token.id })).toMatchObject({
    status: "succeeded",
  });
});

it("a second click is told that the payment is made", async () => {
  const stripe = emulator.stripe("twice");
  const token = await stripe.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa" });
  const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: "usd" });
  await stripe.paymentIntents.confirm(id, { confirmation_token: token.id });
  await expect(stripe.paymentIntents.confirm(id, { confirmation_token: token.id })).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

it("expires after twelve hours", async () => {
  const stripe = emulator.stripe("expires");
  const token = await stripe.testHelpers.confirmationTokens.create({ payment_method: "pm_card_visa" });
  await letPass(emulator, "expires", 12 * 60 * 60);
  await expect(
    stripe.paymentIntents.create({ ...payment, confirmation_token: token.id }),
  ).rejects.toMatchObject({ message: `The ConfirmationToken ${token.id} has expired.` });
});

it("another account's token is nobody's", async () => {
  const { json } = await collect("theirs", "4242424242424242");
  await expect(
    emulator.stripe("ours").paymentIntents.create({ ...payment, confirmation_token: String(json.id) }),
  ).rejects.toMatchObject({ code: "resource_missing", param: "confirmation_token" });
});
