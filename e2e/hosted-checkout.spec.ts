import { expect } from "@playwright/test";
import { cards, fillCard } from "./acts/paying";
import { signUp } from "./acts/people";
import { test } from "./support/test";

test("a plan is paid on Stripe's page, and who comes back without paying can pay here", async ({
  page,
  app,
}) => {
  const { email } = await signUp(page);
  await page.goto("/checkout?price=studio_monthly&on=stripe");
  await page.getByRole("button", { name: "Go on to pay $19.00" }).click();
  await page.waitForURL(/\/checkout\/cs_/);
  const hosted = page.url();
  await page.goto(`/checkout/hosted?session=${/cs_\w+/.exec(hosted)?.[0]}`);
  await expect(page.getByRole("heading", { name: "Nothing was paid" })).toBeVisible();
  await page.goto(hosted);
  await fillCard(page, cards.good);
  await page.getByRole("button", { name: /Subscribe/ }).click();
  await expect(page.getByRole("heading", { name: "Studio is yours" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText(/You are on Studio/)).toBeVisible();
  const { data: customers } = await app.account.stripe.customers.list({ email });
  const customer = customers[0]?.id ?? "";
  expect((await app.account.stripe.subscriptions.list({ customer })).data).toHaveLength(1);
  expect((await app.account.stripe.charges.list({ customer })).data).toHaveLength(1);
});
