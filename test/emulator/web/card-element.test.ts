import { expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout("card.tsx");

const card = () => checkout.page.frameLocator('iframe[title="Secure card payment input frame"]');

async function open(use: string): Promise<void> {
  await checkout.page.goto(checkout.address({ use, client_secret: await checkout.paymentIntent() }));
  await card().getByLabel("Card number").waitFor();
}

async function fill(number: string): Promise<void> {
  await card().getByLabel("Card number").fill(number);
  await card().getByLabel("Expiration date").fill("12 / 34");
  await card().getByLabel("Security code").fill("123");
  await card().getByLabel("ZIP").fill("94107");
}

test("the older Card Element tells of a wrong number, and pays through confirmCardPayment", async () => {
  await open("confirm");
  await fill("4242424242424241");
  await checkout.page.getByTestId("problem").filter({ hasText: "visa invalid_number" }).waitFor();
  expect(await checkout.pay()).toMatchObject({ error: { type: "validation_error", code: "invalid_number" } });
  await card().getByLabel("Card number").fill("4000002760003184");
  await checkout.press();
  await checkout.challenge.locator("#test-source-authorize-3ds").click();
  await checkout.page.getByTestId("result").filter({ hasText: "paymentIntent" }).waitFor();
  const { paymentIntent: paid } = await checkout.result();
  expect(paid).toMatchObject({ status: "succeeded" });
  const method = await checkout.api("GET", `/v1/payment_methods/${paid?.payment_method}`);
  expect(method.billing_details).toMatchObject({ name: "Ada", address: { postal_code: "94107" } });
});

test("a token of it pays once on a server", async () => {
  await open("token");
  await fill("4242424242424242");
  const { token } = await checkout.pay();
  expect(token).toMatchObject({
    object: "token",
    type: "card",
    used: false,
    card: { last4: "4242", name: "Ada" },
  });
  const params = { type: "card", "card[token]": String(token?.id) };
  expect(await checkout.api("POST", "/v1/payment_methods", params)).toMatchObject({
    card: { last4: "4242" },
  });
  await expect(checkout.api("POST", "/v1/payment_methods", params)).rejects.toThrow("token_already_used");
});

test("a payment method is made of it", async () => {
  await open("method");
  await fill("4242424242424242");
  expect(await checkout.pay()).toMatchObject({
    paymentMethod: { type: "card", billing_details: { name: "Ada" }, card: { last4: "4242" } },
  });
});
