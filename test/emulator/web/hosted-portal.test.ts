import { expect, test } from "vitest";
import { faultsOf, wcag } from "@/e2e/support/faults";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

/** The portal of a customer with a subscription, opened by them. */
async function openPortal() {
  const customer = await checkout.api("POST", "/v1/customers", {
    email: "ada@example.com",
    payment_method: "pm_card_visa",
  });
  const cards = () => checkout.api("GET", `/v1/customers/${customer.id}/payment_methods`);
  await checkout.api("POST", `/v1/customers/${customer.id}`, {
    "invoice_settings[default_payment_method]": (await cards()).data[0]?.id ?? "",
  });
  const price = await checkout.api("POST", "/v1/prices", {
    currency: "usd",
    unit_amount: "1900",
    "recurring[interval]": "month",
    "product_data[name]": "Studio",
  });
  await checkout.api("POST", "/v1/subscriptions", { customer: customer.id, "items[0][price]": price.id });
  const session = await checkout.api("POST", "/v1/billing_portal/sessions", { customer: customer.id });
  await checkout.page.goto(String(session.url));
  return { cards };
}

test("a card is added in the stand-in's own frame and pays from then on", async () => {
  const { cards } = await openPortal();
  await checkout.page.getByRole("link", { name: "Add a card" }).click();
  await checkout.frame.getByLabel("Card number").waitFor();
  await checkout.fill("5555555555554444");
  await checkout.page.getByRole("button", { name: "Save card" }).click();
  await checkout.page.getByText("Mastercard •••• 4444 pays").waitFor();
  expect((await cards()).data).toHaveLength(2);
});

test.each(["light", "dark"] as const)(
  "is accessible in %s and fits the smallest telephone",
  async (colorScheme) => {
    await checkout.page.emulateMedia({ colorScheme });
    await checkout.page.setViewportSize({ width: 320, height: 640 });
    await openPortal();
    expect(await checkout.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await faultsOf(checkout.page, { runOnly: wcag })).toEqual([]);
  },
);
