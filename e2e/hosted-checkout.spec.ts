import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { buy, cards, fillCard, studio } from "./acts/paying";
import { signUp } from "./acts/people";
import { paymentsOf, subscriptionsOf } from "./acts/stripe";
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
  await expectInOrder(page);
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

test("who pays in our page while Stripe's page is open on another device pays once", async ({
  page,
  browser,
  app,
  baseURL,
}) => {
  const person = await signUp(page);
  const device = await browser.newPage({
    storageState: await page.context().storageState(),
    ...(baseURL && { baseURL }),
  });
  await device.goto("/checkout?price=studio_monthly&on=stripe");
  await device.getByRole("button", { name: "Go on to pay $19.00" }).click();
  await device.waitForURL(/\/checkout\/cs_/);
  await fillCard(device, cards.good);
  await buy(page, studio);
  await device.getByRole("button", { name: /Subscribe/ }).click();
  await expect(device.getByText(/expired/i).first()).toBeVisible();
  expect(await paymentsOf(app, person)).toEqual([1900]);
  expect((await subscriptionsOf(app, person)).map(({ status }) => status)).toEqual(["active"]);
  await device.close();
});
