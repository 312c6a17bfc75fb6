import type { Browser, FrameLocator, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { sharedBrowser } from "./browser";
import { type Merchant, startMerchant } from "./merchant";
import { type Account, newAccount } from "./stand-in";

type Result = Record<string, Record<string, unknown>>;

/** A visitor at a merchant's checkout that holds the real Payment Element. */
export interface Checkout {
  page: Page;
  /** The element's frame. */
  frame: FrameLocator;
  /** The frame of a 3-D Secure challenge. */
  challenge: FrameLocator;
  /** The merchant's account at the stand-in. */
  account: Account;
  /** A request to the stand-in's API on the merchant's behalf. */
  api: Account["api"];
  /** The secret of a new intent over $19.00. */
  paymentIntent(): Promise<string>;
  address(params: Record<string, string>): string;
  /** Opens the page and waits for the form. */
  open(params: Record<string, string>): Promise<void>;
  fill(number: string): Promise<void>;
  /** Presses the button and waits for what came of it. */
  pay(): Promise<Result>;
  press(): Promise<void>;
  result(): Promise<Result>;
}

/** Starts merchant and browser for a file of tests, and a page for each test. */
export function useCheckout(harness = "app.tsx"): Checkout {
  const account = newAccount();
  let merchant: Merchant;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    merchant = await startMerchant(account.origin, harness);
    browser = await sharedBrowser();
  });
  afterAll(() => merchant?.stop());
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 480, height: 640 }, locale: "en-US" });
    page = await context.newPage();
  });
  afterEach(() => page.context().close());

  const checkout: Checkout = {
    get page() {
      return page;
    },
    get frame() {
      return page.frameLocator('iframe[title="Secure payment input frame"]');
    },
    get challenge() {
      return page.frameLocator('iframe[name="stripe-challenge-frame"]');
    },
    account,
    api: account.api,
    paymentIntent: async () => {
      const params = { amount: "1900", currency: "usd", "automatic_payment_methods[enabled]": "true" };
      return (await checkout.api("POST", "/v1/payment_intents", params)).client_secret;
    },
    address: (params) => merchant.page({ key: `pk_test_${account.name}`, ...params }),
    open: async (params) => {
      await page.goto(checkout.address(params));
      await checkout.frame.getByLabel("Card number").waitFor();
    },
    fill: async (number) => {
      const { frame } = checkout;
      await frame.getByLabel("Card number").fill(number);
      await frame.getByLabel("Expiration date").fill("12 / 34");
      await frame.getByLabel("Security code").fill("123");
      await frame.getByLabel("ZIP code").fill("94107");
    },
    // By the keyboard: a field left by a click may show its error, and move the button from under the pointer.
    press: () => page.getByRole("button", { name: "Pay" }).press("Enter"),
    pay: async () => {
      await checkout.press();
      return checkout.result();
    },
    result: async () => {
      const output = page.getByTestId("result");
      await output.filter({ hasText: /./ }).waitFor();
      return JSON.parse((await output.textContent()) ?? "{}");
    },
  };
  return checkout;
}
