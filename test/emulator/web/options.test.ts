import { describe, expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

describe("a deferred intent", () => {
  test("is paid with a secret that comes after the form was checked", async () => {
    await checkout.open({ amount: "1900", client_secret: await checkout.paymentIntent() });
    await checkout.fill("4242424242424242");
    expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("is paid by a server with the confirmation token of the form, once", async () => {
    await checkout.open({ amount: "1900", token_only: "" });
    await checkout.fill("4242424242424242");
    const { confirmationToken: token } = await checkout.pay();
    expect(token).toMatchObject({ object: "confirmation_token", payment_method_preview: { type: "card" } });
    const pay = () =>
      checkout.api("POST", "/v1/payment_intents", {
        amount: "1900",
        "automatic_payment_methods[enabled]": "true",
        confirm: "true",
        confirmation_token: String(token?.id),
        currency: "usd",
      });
    expect(await pay()).toMatchObject({ amount_received: 1900, status: "succeeded" });
    await expect(pay()).rejects.toThrow("400");
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
    const refusal = checkout.page.evaluate(
      `Stripe("pk_test_${checkout.account.name}").elements().create("iban")`,
    );
    await expect(refusal).rejects.toThrow(
      "IntegrationError: The iban Element is not implemented by the Stripe stand-in.",
    );
  });
});

describe("the rest of Stripe.js", () => {
  /** Runs a method of `Stripe(key)` in the merchant's page. */
  const call = (method: string, ...args: unknown[]) =>
    checkout.page.evaluate(
      `Stripe("pk_test_${checkout.account.name}").${method}(${args.map((argument) => JSON.stringify(argument)).join(", ")})`,
    );

  test("retrieves an intent for whoever holds its secret, and for nobody else", async () => {
    const secret = await checkout.paymentIntent();
    await checkout.open({ client_secret: secret });
    expect(await call("retrievePaymentIntent", secret)).toMatchObject({
      paymentIntent: { status: "requires_payment_method", amount: 1900 },
    });
    expect(await call("retrievePaymentIntent", `${secret}x`)).toMatchObject({
      error: { type: "invalid_request_error" },
    });
    await expect(call("retrieveSetupIntent", secret)).rejects.toThrow("IntegrationError");
    const setup = await checkout.api("POST", "/v1/setup_intents");
    expect(await call("retrieveSetupIntent", setup.client_secret)).toMatchObject({
      setupIntent: { id: setup.id, status: "requires_payment_method" },
    });
  });

  test("confirms with a card that is known already", async () => {
    const secret = await checkout.paymentIntent();
    await checkout.open({ client_secret: secret });
    expect(await call("confirmCardPayment", secret, { payment_method: "pm_card_visa" })).toMatchObject({
      paymentIntent: { status: "succeeded" },
    });
    expect(await call("confirmCardPayment", secret, { payment_method: "pm_card_visa" })).toMatchObject({
      error: { code: "payment_intent_unexpected_state" },
    });
  });

  test("takes an intent that its server confirmed through the bank's question", async () => {
    const intent = await checkout.api("POST", "/v1/payment_intents", {
      amount: "1900",
      currency: "usd",
      "automatic_payment_methods[enabled]": "true",
      confirm: "true",
      use_stripe_sdk: "true",
      payment_method: "pm_card_authenticationRequired",
      return_url: checkout.address({}),
    });
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    const handled = call("handleNextAction", { clientSecret: intent.client_secret });
    await checkout.challenge.locator("#test-source-authorize-3ds").click();
    expect(await handled).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("refuses a secret key", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await expect(checkout.page.evaluate('Stripe("sk_test_elements")')).rejects.toThrow("publishable key");
  });
});
