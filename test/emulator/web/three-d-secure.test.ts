import { describe, expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

describe("a card that asks for 3-D Secure", () => {
  const REQUIRED = "4000002760003184";

  test("is paid once the challenge is completed", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.fill(REQUIRED);
    await checkout.press();
    await checkout.challenge.locator("#test-source-authorize-3ds").click();
    expect(await checkout.result()).toMatchObject({
      paymentIntent: { status: "succeeded", next_action: null },
    });
    expect(await checkout.page.locator("dialog").count()).toBe(0);
  });

  test("is refused when the challenge fails, and another card pays", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.fill(REQUIRED);
    await checkout.press();
    await checkout.challenge.locator("#test-source-fail-3ds").click();
    expect(await checkout.result()).toMatchObject({
      error: {
        code: "payment_intent_authentication_failure",
        message:
          "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
        payment_intent: { status: "requires_payment_method" },
      },
    });
    await checkout.frame.getByLabel("Card number").fill("4242424242424242");
    expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("is refused by Escape, for those who use the keyboard", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.fill(REQUIRED);
    await checkout.press();
    await checkout.challenge.locator("#test-source-authorize-3ds:focus").waitFor();
    await checkout.page.keyboard.press("Escape");
    expect(await checkout.result()).toMatchObject({
      error: { code: "payment_intent_authentication_failure" },
    });
  });

  /** Confirmed by a server, as it does when the customer comes from elsewhere. */
  function confirmedByServer() {
    return checkout.api("POST", "/v1/payment_intents", {
      amount: "1900",
      currency: "usd",
      "automatic_payment_methods[enabled]": "true",
      confirm: "true",
      payment_method: "pm_card_authenticationRequired",
      return_url: checkout.address({ returned: "yes" }),
    });
  }

  test.each([
    ["#test-source-authorize-3ds", "succeeded", "succeeded"],
    ["#test-source-fail-3ds", "failed", "requires_payment_method"],
  ])("can be asked on a page of its own: %s comes back with %s", async (button, redirectStatus, status) => {
    const intent = await confirmedByServer();
    expect(intent.next_action).toMatchObject({ type: "redirect_to_url" });
    const { url } = intent.next_action.redirect_to_url;
    await checkout.page.goto(url);
    await checkout.page.locator(button).click();
    await checkout.page.waitForURL(/returned=yes/);
    const returned = Object.fromEntries(new URL(checkout.page.url()).searchParams);
    expect(returned).toMatchObject({ payment_intent: intent.id, redirect_status: redirectStatus });
    const after = await checkout.api("GET", `/v1/payment_intents/${intent.id}`);
    expect(after.status).toBe(status);
  });

  test("can be answered once only", async () => {
    const { url } = (await confirmedByServer()).next_action.redirect_to_url;
    await checkout.page.goto(url);
    await checkout.page.locator("#test-source-authorize-3ds").click();
    await checkout.page.waitForURL(/returned=yes/);
    await checkout.page.goto(url);
    await checkout.page.getByRole("heading", { name: "Answered" }).waitFor();
  });

  test("can be saved through a set-up intent", async () => {
    const customer = await checkout.api("POST", "/v1/customers");
    const intent = await checkout.api("POST", "/v1/setup_intents", { customer: customer.id });
    await checkout.open({ client_secret: intent.client_secret });
    await checkout.frame.getByText("you allow the business to charge your card").waitFor();
    await checkout.fill(REQUIRED);
    await checkout.press();
    await checkout.challenge.locator("#test-source-authorize-3ds").click();
    expect(await checkout.result()).toMatchObject({ setupIntent: { status: "succeeded" } });
  });
});
