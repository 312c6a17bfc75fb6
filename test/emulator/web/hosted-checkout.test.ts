import { expect, test } from "vitest";
import { faultsOf, wcag } from "@/e2e/support/faults";
import { useCheckout } from "./checkout";

const checkout = useCheckout();
const PRICE = {
  currency: "usd",
  unit_amount: "1900",
  "recurring[interval]": "month",
  "product_data[name]": "Studio",
};

/** A session for a subscription over $19.00 a month, opened on its page by its customer. */
async function openPage(params: Record<string, string> = {}) {
  const price = await checkout.api("POST", "/v1/prices", PRICE);
  const session = await checkout.api("POST", "/v1/checkout/sessions", {
    mode: "subscription",
    "line_items[0][price]": price.id,
    "line_items[0][quantity]": "1",
    success_url: `${checkout.account.origin}/invoices/done?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${checkout.account.origin}/invoices/back`,
    ...params,
  });
  await checkout.page.goto(String(session.url));
  await checkout.frame.getByLabel("Card number").waitFor();
  return {
    id: session.id,
    status: async () => (await checkout.api("GET", `/v1/checkout/sessions/${session.id}`)).status,
    done: () => checkout.page.waitForURL(`**/invoices/done?session=${session.id}`),
  };
}

const button = (name: RegExp) => checkout.page.getByRole("button", { name });
const problem = () => checkout.page.locator("#problem").filter({ hasText: /./ });

test("a card that is refused keeps the form; the next one subscribes and goes on to the merchant", async () => {
  const session = await openPage();
  await checkout.page.getByLabel("E-mail").fill("ada@example.com");
  await checkout.fill("4000000000000002");
  await button(/Subscribe and pay/).click();
  await problem().getByText("Your card was declined.").waitFor();
  expect(await checkout.page.getByLabel("E-mail").inputValue()).toBe("ada@example.com");
  expect(await session.status()).toBe("open");
  await checkout.frame.getByLabel("Card number").fill("4242424242424242");
  await button(/Subscribe and pay/).click();
  await session.done();
  expect(await session.status()).toBe("complete");
});

test("3-D Secure is asked for on the page, and a failed one told of there", async () => {
  const session = await openPage({ customer_email: "ada@example.com" });
  await checkout.fill("4000002760003184");
  await button(/Subscribe and pay/).click();
  await checkout.challenge.locator("#test-source-fail-3ds").click();
  await problem().getByText("We are unable to authenticate").waitFor();
  await button(/Subscribe and pay/).click();
  await checkout.challenge.locator("#test-source-authorize-3ds").click();
  await session.done();
});

test("a promotion code changes what the button says, and leads back when it is wrong", async () => {
  const coupon = await checkout.api("POST", "/v1/coupons", { percent_off: "50", duration: "once" });
  const code = `HALF${Date.now()}`;
  await checkout.api("POST", "/v1/promotion_codes", {
    code,
    "promotion[type]": "coupon",
    "promotion[coupon]": coupon.id,
  });
  const session = await openPage({ allow_promotion_codes: "true", customer_email: "ada@example.com" });
  await checkout.page.getByLabel("Promotion code").fill("NOTHING");
  await button(/Apply/).click();
  await checkout.page.getByText("This code is invalid.").waitFor();
  await checkout.page.getByLabel("Promotion code").fill(code);
  await button(/Apply/).click();
  await button(/pay \$9\.50/).waitFor();
  await checkout.fill("4242424242424242");
  await button(/pay \$9\.50/).click();
  await session.done();
});

test.each(["light", "dark"] as const)(
  "is accessible in %s and fits the smallest telephone",
  async (colorScheme) => {
    await checkout.page.emulateMedia({ colorScheme });
    await checkout.page.setViewportSize({ width: 320, height: 640 });
    await openPage({
      allow_promotion_codes: "true",
      billing_address_collection: "required",
      "line_items[0][adjustable_quantity][enabled]": "true",
      "tax_id_collection[enabled]": "true",
    });
    expect(await checkout.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await faultsOf(checkout.page, { runOnly: wcag, iframes: false })).toEqual([]);
  },
);
