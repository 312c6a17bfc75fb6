import { expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

const address = () => checkout.page.frameLocator('iframe[title="Secure address input frame"]');
const email = () => checkout.page.frameLocator('iframe[title="Secure email input frame"]');

const BILLING = { mode: "billing", defaultValues: { address: { country: "US" } } };

async function open(addresses: object[], more: Record<string, string> = {}) {
  const secret = await checkout.paymentIntent();
  await checkout.page.goto(
    checkout.address({ client_secret: secret, addresses: JSON.stringify(addresses), ...more }),
  );
  await checkout.frame.getByLabel("Card number").waitFor();
  await address().first().getByLabel("Full name").waitFor();
  return secret.split("_secret_")[0];
}

async function fillAddress(frame = address()) {
  await frame.getByLabel("Full name").fill("Ada Lovelace");
  await frame.getByLabel("Address", { exact: true }).fill("12 Main Street");
  await frame.getByLabel("City").fill("San Francisco");
  await frame.getByLabel("State").selectOption("CA");
  await frame.getByLabel("ZIP code").fill("94107");
}

async function fillCard() {
  await checkout.frame.getByLabel("Card number").fill("4242424242424242");
  await checkout.frame.getByLabel("Expiration date").fill("12 / 34");
  await checkout.frame.getByLabel("Security code").fill("123");
}

test("a billing address and an e-mail become the card's, which then asks for no postal code", async () => {
  await open([BILLING], { email: "{}" });
  expect(await checkout.frame.getByLabel("ZIP code").count()).toBe(0);
  await email().getByLabel("Email").fill("ada@example.com");
  await fillAddress();
  await fillCard();
  const { paymentIntent: paid } = await checkout.pay();
  const method = await checkout.api("GET", `/v1/payment_methods/${paid?.payment_method}`);
  expect(method.billing_details).toMatchObject({
    email: "ada@example.com",
    name: "Ada Lovelace",
    address: {
      line1: "12 Main Street",
      city: "San Francisco",
      state: "CA",
      postal_code: "94107",
      country: "US",
    },
  });
  const events = await checkout.page.getByTestId("events").textContent();
  expect(events).toContain("email ada@example.com");
  expect(events).toContain('billing {"name":"Ada Lovelace","address":{"line1":"12 Main Street","line2":null');
});

test("a shipping address goes with the payment, and leaves the card's own", async () => {
  const fields = { phone: "always" };
  const intent = await open([{ ...BILLING, mode: "shipping", fields, allowedCountries: ["US"] }]);
  await fillAddress();
  await address().getByLabel("Phone number (optional)").fill("+1 415 555 0100");
  await checkout.fill("4242424242424242");
  expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  expect((await checkout.api("GET", `/v1/payment_intents/${intent}`)).shipping).toMatchObject({
    name: "Ada Lovelace",
    phone: "+1 415 555 0100",
    address: { line1: "12 Main Street", country: "US" },
  });
});

test("what is missing is told in place, and the first error is the answer", async () => {
  const intent = await open([BILLING], { email: "{}" });
  await email().getByLabel("Email").fill("ada@");
  expect(await checkout.pay()).toEqual({
    error: { type: "validation_error", code: "incomplete_email", message: "Your email is incomplete." },
  });
  await address().getByText("Your name is incomplete.").waitFor();
  expect(await address().getByText("This field is incomplete.").count()).toBe(4);
  await checkout.frame.getByText("Your card number is incomplete.").waitFor();
  expect(await email().getByLabel("Email").getAttribute("aria-invalid")).toBe("true");
  expect((await checkout.api("GET", `/v1/payment_intents/${intent}`)).status).toBe("requires_payment_method");
});

test("the fields follow the country, and what was typed stays when the page redraws", async () => {
  await open([BILLING]);
  await fillAddress();
  await address().getByLabel("Country").selectOption("GB");
  expect(await address().getByLabel("State").count()).toBe(0);
  await address().getByLabel("Town or city").waitFor();
  expect(await address().getByLabel("Address", { exact: true }).inputValue()).toBe("12 Main Street");
});
