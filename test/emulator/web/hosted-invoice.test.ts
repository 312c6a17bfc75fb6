import { expect, test } from "vitest";
import { faultsOf, wcag } from "@/e2e/support/faults";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

/** An open invoice over $19.00 for the first month of a subscription, opened on its page by its customer. */
async function openPage() {
  const customer = await checkout.api("POST", "/v1/customers", {
    name: "Ada Lovelace",
    email: "ada@example.com",
  });
  const price = await checkout.api("POST", "/v1/prices", {
    currency: "usd",
    unit_amount: "1900",
    "recurring[interval]": "month",
    "product_data[name]": "Studio",
  });
  const subscription = await checkout.api("POST", "/v1/subscriptions", {
    customer: customer.id,
    "items[0][price]": price.id,
    payment_behavior: "default_incomplete",
  });
  const invoice = await checkout.api("GET", `/v1/invoices/${subscription.latest_invoice}`);
  await checkout.page.goto(String(invoice.hosted_invoice_url));
  await checkout.frame.getByLabel("Card number").waitFor();
  return {
    status: async () => (await checkout.api("GET", `/v1/invoices/${invoice.id}`)).status,
    subscription: async () => (await checkout.api("GET", `/v1/subscriptions/${subscription.id}`)).status,
  };
}

const paid = () => checkout.page.getByText(/^Paid on/).waitFor();
const problem = () => checkout.page.getByRole("alert").filter({ hasText: /./ });

test("an open invoice is paid on its page, which begins its subscription", async () => {
  const invoice = await openPage();
  await checkout.fill("4242424242424242");
  await checkout.press();
  await paid();
  expect(await invoice.status()).toBe("paid");
  expect(await invoice.subscription()).toBe("active");
  expect(await checkout.page.getByRole("button", { name: "Pay" }).count()).toBe(0);
});

test("a refused card is told of and owes on; the next one pays", async () => {
  const invoice = await openPage();
  await checkout.fill("4000000000000002");
  await checkout.press();
  await problem().getByText("Your card was declined.").waitFor();
  expect(await invoice.status()).toBe("open");
  await checkout.frame.getByLabel("Card number").fill("4242424242424242");
  await checkout.press();
  await paid();
  expect(await invoice.status()).toBe("paid");
});

test("a card that asks for 3-D Secure pays once that is passed, and not when it fails", async () => {
  const invoice = await openPage();
  await checkout.fill("4000002760003184");
  await checkout.press();
  await checkout.challenge.locator("#test-source-fail-3ds").click();
  await problem().waitFor();
  expect(await invoice.status()).toBe("open");
  await checkout.press();
  await checkout.challenge.locator("#test-source-authorize-3ds").click();
  await paid();
  expect(await invoice.status()).toBe("paid");
});

test("its PDF is downloaded under its number", async () => {
  await openPage();
  const download = checkout.page.waitForEvent("download");
  await checkout.page.getByRole("link", { name: "Download PDF" }).click();
  expect((await download).suggestedFilename()).toMatch(/^Invoice-\w+-0001\.pdf$/);
});

test.each(["light", "dark"] as const)(
  "is accessible in %s and fits the smallest telephone",
  async (colorScheme) => {
    await checkout.page.emulateMedia({ colorScheme });
    await checkout.page.setViewportSize({ width: 320, height: 640 });
    await openPage();
    expect(await checkout.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await faultsOf(checkout.page, { runOnly: wcag, iframes: false })).toEqual([]);
  },
);
