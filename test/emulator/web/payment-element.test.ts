import { type Browser, chromium, type FrameLocator, type Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "@/e2e/support/browser";
import { type Merchant, startMerchant } from "./merchant";
import { type StandIn, startStandIn } from "./stand-in";

const ACCOUNT = "elements";

let standIn: StandIn;
let merchant: Merchant;
let browser: Browser;
let page: Page;
let frame: FrameLocator;

beforeAll(async () => {
  standIn = await startStandIn();
  merchant = await startMerchant(standIn.origin);
  browser = await chromium.launch(await findBrowser());
});

afterAll(async () => {
  await browser?.close();
  await merchant?.stop();
  await standIn?.stop();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 480, height: 640 }, locale: "en-US" });
  frame = page.frameLocator('iframe[title="Secure payment input frame"]');
});

afterEach(() => page.close());

async function paymentIntent(): Promise<string> {
  const params = { amount: "1900", currency: "usd", "automatic_payment_methods[enabled]": "true" };
  return (await standIn.api(ACCOUNT, "POST", "/v1/payment_intents", params)).client_secret;
}

async function open(params: Record<string, string>): Promise<void> {
  await page.goto(merchant.page({ key: `pk_test_${ACCOUNT}`, ...params }));
  await frame.getByLabel("Card number").waitFor();
}

async function fill(number: string): Promise<void> {
  await frame.getByLabel("Card number").fill(number);
  await frame.getByLabel("Expiration date").fill("12 / 34");
  await frame.getByLabel("Security code").fill("123");
  await frame.getByLabel("ZIP code").fill("94107");
}

async function pay(): Promise<Record<string, Record<string, unknown>>> {
  await page.getByRole("button", { name: "Pay" }).click();
  return result();
}

async function result(): Promise<Record<string, Record<string, unknown>>> {
  const output = page.getByTestId("result");
  await output.filter({ hasText: /./ }).waitFor();
  return JSON.parse((await output.textContent()) ?? "{}");
}

/** Everything the merchant's document holds that a script of its own could read. */
function merchantDocument(): Promise<string> {
  return page.evaluate(() => document.documentElement.outerHTML);
}

describe("the Payment Element", () => {
  test("takes a card, and its number never enters the merchant's page", async () => {
    await open({ client_secret: await paymentIntent() });
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.postData()?.includes("4242")) sent.push(new URL(request.frame().url()).origin);
    });
    await fill("4242424242424242");
    const { paymentIntent: paid } = await pay();
    expect(paid).toMatchObject({ status: "succeeded", amount: 1900 });
    expect(sent).toEqual([standIn.origin]);
    expect(await merchantDocument()).not.toContain("4242");
  });

  test("is mounted once under StrictMode, and again after it was taken away", async () => {
    await open({ client_secret: await paymentIntent() });
    expect(await page.locator("iframe").count()).toBe(1);
    await page.getByRole("button", { name: "Leave" }).click();
    expect(await page.locator("iframe").count()).toBe(0);
    await page.getByRole("button", { name: "Come back" }).click();
    await fill("4242424242424242");
    expect(await pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("says in place what is missing, and sends nothing", async () => {
    const secret = await paymentIntent();
    await open({ client_secret: secret });
    expect(await pay()).toEqual({
      error: {
        type: "validation_error",
        code: "incomplete_number",
        message: "Your card number is incomplete.",
      },
    });
    for (const message of [
      "Your card number is incomplete.",
      "Your card's expiration date is incomplete.",
      "Your card's security code is incomplete.",
      "Your postal code is incomplete.",
    ]) {
      await frame.getByText(message).waitFor();
    }
    const intents = await standIn.api(ACCOUNT, "GET", `/v1/payment_intents/${secret.split("_secret_")[0]}`);
    expect(intents.status).toBe("requires_payment_method");
  });

  test("tells a wrong number while it is typed and forgets the error when it is mended", async () => {
    await open({ client_secret: await paymentIntent() });
    await frame.getByLabel("Card number").fill("4242424242424241");
    await frame.getByText("Your card number is invalid.").waitFor();
    await page.locator(".StripeElement--invalid").waitFor();
    await frame.getByLabel("Card number").fill("4242424242424242");
    await frame.getByText("Your card number is invalid.").waitFor({ state: "detached" });
    expect(await page.locator(".StripeElement--invalid").count()).toBe(0);
  });

  test("gives a decline as a card error with its intent, and takes another card afterwards", async () => {
    await open({ client_secret: await paymentIntent() });
    await fill("4000000000000002");
    expect(await pay()).toMatchObject({
      error: {
        type: "card_error",
        code: "card_declined",
        decline_code: "generic_decline",
        message: "Your card was declined.",
        payment_intent: { status: "requires_payment_method" },
      },
    });
    await frame.getByLabel("Card number").fill("4242424242424242");
    expect(await pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("can be filled in and paid with the keyboard alone", async () => {
    await open({ client_secret: await paymentIntent() });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("4242424242424242");
    await page.keyboard.type("1234");
    await page.keyboard.type("123");
    await page.keyboard.press("Tab");
    await page.keyboard.type("94107");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await result()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("keeps the state of the form in class names of the node it sits in", async () => {
    await open({ client_secret: await paymentIntent() });
    await page.locator(".StripeElement.StripeElement--empty").waitFor();
    await fill("4242424242424242");
    await page.locator(".StripeElement--complete.StripeElement--focus").waitFor();
    expect(await page.locator(".StripeElement--empty").count()).toBe(0);
  });

  test("emits its events after React has attached its listeners", async () => {
    await open({ client_secret: await paymentIntent() });
    await frame.getByLabel("Card number").press("Escape");
    await fill("4242424242424242");
    await page.getByTestId("events").filter({ hasText: "change complete" }).waitFor();
    const events = ((await page.getByTestId("events").textContent()) ?? "").split("\n");
    for (const event of ["loaderstart", "ready", "change empty", "focus", "escape", "change complete"]) {
      expect(events).toContain(event);
    }
  });

  test("reports an intent that doesn't exist instead of showing a form", async () => {
    await page.goto(
      merchant.page({ key: `pk_test_${ACCOUNT}`, client_secret: "pi_3NothingThereAtAll000000_secret_none" }),
    );
    await page.getByTestId("events").filter({ hasText: "loaderror No such payment_intent" }).waitFor();
  });

  test("goes to the return_url with the intent, its secret and how it went", async () => {
    const secret = await paymentIntent();
    await open({ client_secret: secret, redirect: "always" });
    await fill("4242424242424242");
    await page.getByRole("button", { name: "Pay" }).click();
    await page.waitForURL(/\/returned/);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      payment_intent: secret.split("_secret_")[0],
      payment_intent_client_secret: secret,
      redirect_status: "succeeded",
    });
  });

  test("fits into 320 pixels and shows every field", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open({ client_secret: await paymentIntent() });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(sideways).toBe(false);
    const cut = await frame.locator("body").evaluate((body) => body.scrollWidth > body.clientWidth);
    expect(cut).toBe(false);
    const { height = 0 } = (await page.locator("iframe").boundingBox()) ?? {};
    const form = await frame.locator("body").evaluate((body) => body.getBoundingClientRect().height);
    expect(height).toBe(Math.ceil(form));
  });

  test("wears the page's appearance, and nothing but properties comes through it", async () => {
    const appearance = {
      theme: "night",
      variables: { colorText: "rgb(1, 2, 3)" },
      rules: { ".Input": { borderRadius: "9px" }, "body{display:none}.Input": { color: "red" } },
    };
    await open({ client_secret: await paymentIntent(), appearance: JSON.stringify(appearance) });
    const style = await frame.getByLabel("Card number").evaluate((input) => {
      const { color, borderTopLeftRadius, display } = getComputedStyle(input);
      return { color, borderTopLeftRadius, display };
    });
    expect(style).toEqual({ color: "rgb(1, 2, 3)", borderTopLeftRadius: "9px", display: "block" });
  });
});

describe("a card that asks for 3-D Secure", () => {
  const REQUIRED = "4000002760003184";

  function challenge(): FrameLocator {
    return page.frameLocator('iframe[name="stripe-challenge-frame"]');
  }

  test("is paid once the challenge is completed", async () => {
    await open({ client_secret: await paymentIntent() });
    await fill(REQUIRED);
    await page.getByRole("button", { name: "Pay" }).click();
    await challenge().locator("#test-source-authorize-3ds").click();
    expect(await result()).toMatchObject({ paymentIntent: { status: "succeeded", next_action: null } });
    expect(await page.locator("dialog").count()).toBe(0);
  });

  test("is refused when the challenge fails, and another card pays", async () => {
    await open({ client_secret: await paymentIntent() });
    await fill(REQUIRED);
    await page.getByRole("button", { name: "Pay" }).click();
    await challenge().locator("#test-source-fail-3ds").click();
    expect(await result()).toMatchObject({
      error: {
        code: "payment_intent_authentication_failure",
        message:
          "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
        payment_intent: { status: "requires_payment_method" },
      },
    });
    await frame.getByLabel("Card number").fill("4242424242424242");
    expect(await pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("is refused by Escape, for those who use the keyboard", async () => {
    await open({ client_secret: await paymentIntent() });
    await fill(REQUIRED);
    await page.getByRole("button", { name: "Pay" }).click();
    await challenge().locator("#test-source-fail-3ds").press("Escape");
    expect(await result()).toMatchObject({ error: { code: "payment_intent_authentication_failure" } });
  });

  test("can be saved through a set-up intent", async () => {
    const customer = await standIn.api(ACCOUNT, "POST", "/v1/customers");
    const intent = await standIn.api(ACCOUNT, "POST", "/v1/setup_intents", { customer: customer.id });
    await open({ client_secret: intent.client_secret });
    await frame.getByText("you allow the business to charge your card").waitFor();
    await fill(REQUIRED);
    await page.getByRole("button", { name: "Pay" }).click();
    await challenge().locator("#test-source-authorize-3ds").click();
    expect(await result()).toMatchObject({ setupIntent: { status: "succeeded" } });
  });
});
