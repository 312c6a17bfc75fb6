import { expect, type Page } from "@playwright/test";
import { signUp } from "./acts/people";
import { test } from "./support/test";

test("what is changed in Stripe's dashboard, a plan's name and its price, is on the pricing page within seconds", async ({
  page,
  app: { account },
}) => {
  const { stripe } = account;
  await signUp(page);
  const [price] = (await stripe.prices.list({ lookup_keys: ["studio_monthly"] })).data;
  if (!price) throw new Error("Studio isn't for sale");
  const product = String(price.product);
  await stripe.products.update(product, { name: "Atelier" });
  const dearer = await anotherPrice(2100);
  await expectOnSale(page, "Atelier", "$21.00");

  // As the other stories of this application know it.
  await stripe.products.update(product, { name: "Studio" });
  const before = await anotherPrice(1900);
  await expectOnSale(page, "Studio", "$19.00");
  await page.goto(`/checkout?price=${dearer}`);
  await expect(page.getByRole("heading", { name: "This price isn't on offer" })).toBeVisible();
  await page.goto(`/checkout?price=${before}`);
  await expect(page.getByRole("button", { name: "Pay $19.00" })).toBeVisible();

  /** A price can't be changed: another takes its name, and the place it was sold from. Returns its id. */
  async function anotherPrice(unit_amount: number): Promise<string> {
    const [old] = (await stripe.prices.list({ lookup_keys: ["studio_monthly"] })).data;
    const made = await stripe.prices.create({
      ...{ product, unit_amount, currency: "usd", recurring: { interval: "month" } },
      ...{ lookup_key: "studio_monthly", transfer_lookup_key: true },
      currency_options: { eur: { unit_amount: 1700 } },
    });
    await stripe.products.update(product, { default_price: made.id });
    await stripe.prices.update(old?.id ?? "", { active: false });
    return made.id;
  }
});

/** Looks until the stand-in has told the application by itself, as Stripe does. */
async function expectOnSale(page: Page, plan: string, price: string): Promise<void> {
  await expect(async () => {
    await page.goto("/pricing");
    await expect(page.getByRole("heading", { name: plan })).toBeVisible({ timeout: 500 });
    await expect(page.getByText(price).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}
