import { beforeEach, expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout();
let customer: string;

beforeEach(async () => {
  customer = (await checkout.api("POST", "/v1/customers")).id;
});

async function save(card: string, allow_redisplay = "always") {
  const method = await checkout.api("POST", `/v1/payment_methods/${card}/attach`, { customer });
  await checkout.api("POST", `/v1/payment_methods/${method.id}`, { allow_redisplay });
  return method.id;
}

/** Opens a form whose customer session enables the features given. */
async function open(features: Record<string, string>, intent: Record<string, string> = {}) {
  const given = Object.entries({ payment_method_redisplay: "enabled", ...features });
  const session = await checkout.api("POST", "/v1/customer_sessions", {
    customer,
    "components[payment_element][enabled]": "true",
    ...Object.fromEntries(
      given.map(([name, value]) => [`components[payment_element][features][${name}]`, value]),
    ),
  });
  const { client_secret } = await checkout.api("POST", "/v1/payment_intents", {
    amount: "1900",
    currency: "usd",
    customer,
    "automatic_payment_methods[enabled]": "true",
    ...intent,
  });
  await checkout.page.goto(checkout.address({ client_secret, customer_session: session.client_secret }));
}

test("a saved card is shown to its owner, chosen already, and pays", async () => {
  const id = await save("pm_card_visa");
  await save("pm_card_mastercard", "limited");
  await open({});
  expect(await checkout.frame.getByRole("radio", { name: "Visa ending in 4242" }).isChecked()).toBe(true);
  expect(await checkout.frame.getByText("4444").count()).toBe(0);
  expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded", payment_method: id } });
});

test("a new card is saved when its owner says so, and shown the next time", async () => {
  await save("pm_card_visa");
  await open({ payment_method_save: "enabled", payment_method_save_usage: "off_session" });
  await checkout.frame.getByRole("radio", { name: "New card" }).check();
  await checkout.fill("5555555555554444");
  await checkout.frame.getByLabel("Save payment details").check();
  expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  await open({});
  expect(await checkout.frame.getByRole("radio", { name: "Mastercard ending in 4444" }).isChecked()).toBe(
    true,
  );
});

test("a saved card is removed after a second question, and only where the session allows it", async () => {
  const id = await save("pm_card_visa");
  await open({});
  expect(await checkout.frame.getByRole("button", { name: "Remove" }).count()).toBe(0);
  await open({ payment_method_remove: "enabled" });
  await checkout.frame.getByRole("button", { name: "Remove Visa ending in 4242" }).click();
  expect((await checkout.api("GET", `/v1/payment_methods/${id}`)).customer).toBe(customer);
  await checkout.frame.getByRole("button", { name: "Remove card" }).click();
  await checkout.page.getByTestId("events").filter({ hasText: "removed true" }).waitFor();
  expect((await checkout.api("GET", `/v1/payment_methods/${id}`)).customer).toBeNull();
  await checkout.fill("4242424242424242");
  expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
});

test("the security code of a saved card is asked for again where the intent wants it", async () => {
  await save("pm_card_visa");
  await open({}, { "payment_method_options[card][require_cvc_recollection]": "true" });
  await checkout.frame.getByLabel("Security code").first().waitFor();
  expect(await checkout.pay()).toMatchObject({ error: { code: "incomplete_cvc" } });
  await checkout.frame.getByLabel("Security code").first().fill("123");
  expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
});
