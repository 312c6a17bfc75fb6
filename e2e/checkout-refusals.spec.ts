import { expect } from "@playwright/test";
import { buy, cards, fillCard, payButton, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { paymentsOf, subscriptionsOf } from "./acts/stripe";
import { test } from "./support/test";

test("a plan that doesn't exist is said to be none, before anybody has to sign in", async ({ page }) => {
  for (const address of [
    "/checkout?price=gold_weekly",
    "/checkout",
    "/checkout?price=a&price=b",
    "/checkout?price=%00",
  ]) {
    await page.goto(address);
    await expect(
      page.getByRole("heading", { level: 1, name: "There is no such plan" }),
      address,
    ).toBeVisible();
  }
});

test("a link to a price that is no plan's leads to where it is bought", async ({ page }) => {
  await page.goto("/checkout?price=handbook");
  await expect(page).toHaveURL(`/sign-in?${new URLSearchParams({ next: "/buy/handbook" })}`);
  await page.goto("/checkout?price=api_calls_monthly");
  await expect(page.getByRole("heading", { level: 1, name: "This comes with a plan" })).toBeVisible();
});

test("a price withdrawn while the card is typed is said to be withdrawn, and costs nothing", async ({
  page,
  app: { account },
  app,
}) => {
  const person = await signUp(page);
  const recurring = { interval: "month" as const };
  const price = await account.stripe.prices.create({
    product: "gatehouse_reader",
    currency: "usd",
    unit_amount: 700,
    lookup_key: "reader_for_a_while",
    transfer_lookup_key: true,
    recurring,
  });
  await account.deliver();
  await page.goto(`/checkout?price=${price.id}`);
  await fillCard(page, cards.good);
  await account.stripe.prices.update(price.id, { active: false });
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "This price has been withdrawn" })).toBeVisible();
  expect(await paymentsOf(app, person)).toEqual([]);
  await account.deliver();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "This price isn't on offer" })).toBeVisible();
});

test("somebody who pays in dollars is told so at prices in euros", async ({
  page,
  app: { account },
  app,
}) => {
  const person = await signUp(page);
  await buy(page);
  const [subscription] = await subscriptionsOf(app, person);
  if (!subscription) throw new Error("Stripe has no subscription of this person");
  await account.stripe.subscriptions.cancel(subscription.id);
  const product = subscription.items.data[0]?.price.product;
  if (typeof product !== "string") throw new Error("The subscription is for nothing");
  const recurring = { interval: "month" as const };
  const plan = await account.stripe.prices.create({
    ...{ product, currency: "eur", unit_amount: 990, recurring },
    ...{ lookup_key: "reader_in_euros", transfer_lookup_key: true },
  });
  const item = await account.stripe.prices.create({
    ...{ product: "gatehouse_handbook", currency: "eur", unit_amount: 1900 },
    ...{ lookup_key: "handbook_in_euros", transfer_lookup_key: true },
  });
  await account.deliver();
  for (const address of [`/checkout?price=${plan.id}`, `/buy/${item.id}`]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: "Your payments are in USD" })).toBeVisible();
    await expect(page.getByText("This price is in EUR only")).toBeVisible();
    await expect(payButton(page)).toHaveCount(0);
  }
  expect(await paymentsOf(app, person)).toEqual([900]);
  for (const { id } of [plan, item]) await account.stripe.prices.update(id, { active: false });
  await account.deliver();
});

test("a return link that is tampered with, shortened or somebody else's shows nothing of a payment", async ({
  page,
  browser,
  baseURL,
}) => {
  await signUp(page);
  await buy(page);
  const link = new URL(page.url());
  const secret = link.searchParams.get("payment_intent_client_secret") ?? "";
  expect(secret).toMatch(/^pi_\w+_secret_\w+$/);

  const stranger = await browser.newPage({ ...(baseURL && { baseURL }) });
  await signUp(stranger);
  const [intent] = secret.split("_secret_");
  for (const wrong of [secret, `${secret.slice(0, -1)}x`, intent ?? "", "pi_1_secret_2", "nonsense", ""]) {
    await stranger.goto(`/checkout/return?${new URLSearchParams({ payment_intent_client_secret: wrong })}`);
    await expect(
      stranger.getByRole("heading", { level: 1, name: "We can't find this payment" }),
      wrong,
    ).toBeVisible();
  }
  await page.goto(`/checkout/return?${new URLSearchParams({ payment_intent_client_secret: `${secret}x` })}`);
  await expect(page.getByRole("heading", { level: 1, name: "We can't find this payment" })).toBeVisible();
});
