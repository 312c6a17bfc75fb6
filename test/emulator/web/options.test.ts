import { describe, expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

describe("a deferred intent", () => {
  test("is paid with a secret that comes after the form was checked", async () => {
    await checkout.open({ amount: "1900", client_secret: await checkout.paymentIntent() });
    await checkout.fill("4242424242424242");
    expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("shows what is missing before anything is made on the server", async () => {
    await checkout.open({ amount: "1900", client_secret: "never used" });
    expect(await checkout.pay()).toMatchObject({
      error: { type: "validation_error", code: "incomplete_number" },
    });
  });

  test("is refused where elements.submit() was forgotten", async () => {
    await checkout.open({ amount: "1900", submit: "never", client_secret: await checkout.paymentIntent() });
    await checkout.fill("4242424242424242");
    expect((await checkout.pay()).thrown).toContain(
      "elements.submit() must be called before stripe.confirmPayment()",
    );
  });

  test("is refused where its amount isn't the one the form was drawn for", async () => {
    const secret = await checkout.paymentIntent();
    await checkout.open({ amount: "900", client_secret: secret });
    await checkout.fill("4242424242424242");
    expect((await checkout.pay()).thrown).toContain("The amount given to Elements (900) differs");
    const intent = await checkout.api("GET", `/v1/payment_intents/${secret.split("_secret_")[0]}`);
    expect(intent.status).toBe("requires_payment_method");
  });
});

describe("the element's options", () => {
  const NEVER = JSON.stringify({ fields: { billingDetails: { address: "never" } } });

  test("leave out fields that the page collects itself, and then ask the page for them", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent(), options: NEVER });
    expect(await checkout.frame.getByLabel("Country").count()).toBe(0);
    await checkout.frame.getByLabel("Card number").fill("4242424242424242");
    await checkout.frame.getByLabel("Expiration date").fill("12 / 34");
    await checkout.frame.getByLabel("Security code").fill("123");
    expect((await checkout.pay()).thrown).toContain(
      'You specified "never" for fields.billing_details.address.country',
    );
  });

  test("send the details the page gives beside the card", async () => {
    const secret = await checkout.paymentIntent();
    const billing_details = { name: "Ada", address: { country: "NL", postal_code: "1011" } };
    await checkout.open({
      client_secret: secret,
      options: NEVER,
      confirm_params: JSON.stringify({ payment_method_data: { billing_details } }),
    });
    await checkout.frame.getByLabel("Card number").fill("4242424242424242");
    await checkout.frame.getByLabel("Expiration date").fill("12 / 34");
    await checkout.frame.getByLabel("Security code").fill("123");
    const { paymentIntent: paid } = await checkout.pay();
    const method = await checkout.api("GET", `/v1/payment_methods/${paid?.payment_method}`);
    expect(method.billing_details).toMatchObject({
      name: "Ada",
      address: { country: "NL", postal_code: "1011" },
    });
  });

  test("ask for a postal code only where cards are checked by it", async () => {
    const options = JSON.stringify({ defaultValues: { billingDetails: { address: { country: "DE" } } } });
    await checkout.open({ client_secret: await checkout.paymentIntent(), options });
    await checkout.frame.getByLabel("Country").waitFor();
    expect(await checkout.frame.getByLabel("Postal code").isVisible()).toBe(false);
    await checkout.frame.getByLabel("Country").selectOption("GB");
    await checkout.frame.getByLabel("Postal code").waitFor();
  });

  test("open and close the card as an accordion", async () => {
    const options = JSON.stringify({ layout: { type: "accordion", defaultCollapsed: true } });
    await checkout.page.goto(checkout.address({ client_secret: await checkout.paymentIntent(), options }));
    const number = checkout.frame.getByLabel("Card number");
    await checkout.frame.getByText("Card", { exact: true }).waitFor();
    expect(await number.isVisible()).toBe(false);
    await checkout.frame.getByText("Card", { exact: true }).click();
    await checkout.fill("4242424242424242");
    expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("refuse an element the stand-in doesn't have, by name", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    const refusal = checkout.page.evaluate('Stripe("pk_test_elements").elements().create("iban")');
    await expect(refusal).rejects.toThrow(
      "IntegrationError: The iban Element is not implemented by the Stripe stand-in.",
    );
  });
});
