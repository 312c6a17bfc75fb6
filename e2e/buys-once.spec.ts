import { expect } from "@playwright/test";
import { buy, cards, expectBought, fillCard, payButton, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { paymentsOf, subscriptionsOf } from "./acts/stripe";
import { test } from "./support/test";

test("a double click buys once", async ({ page, app }) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await payButton(page).dblclick();
  await expectBought(page, "Reader");
  expect(await subscriptionsOf(app, person)).toHaveLength(1);
  expect(await paymentsOf(app, person)).toEqual([900]);
});

test("two tabs that pay at the same moment buy once", async ({ page, context, app }) => {
  const person = await signUp(page);
  const other = await context.newPage();
  const tabs = [page, other];
  for (const tab of tabs) {
    await tab.goto("/checkout?price=reader_monthly");
    await fillCard(tab, cards.good);
  }
  await Promise.all(tabs.map(pressPay));
  await expect
    .poll(async () => (await subscriptionsOf(app, person)).map(({ status }) => status))
    .toEqual(["active"]);
  expect(await paymentsOf(app, person)).toEqual([900]);
  for (const tab of tabs) {
    await expect(
      tab.getByText(/Reader is yours|You already have a subscription|A payment is on its way/),
    ).toBeVisible();
  }
});

test("two tabs with different plans end with one of them", async ({ page, context, app }) => {
  const person = await signUp(page);
  const other = await context.newPage();
  await page.goto("/checkout?price=reader_monthly");
  await other.goto("/checkout?price=studio_monthly");
  await fillCard(page, cards.good);
  await fillCard(other, cards.good);
  await pressPay(page);
  await expectBought(page, "Reader");
  await pressPay(other);
  await expect(other.getByText("You already have a subscription")).toBeVisible();
  expect(await paymentsOf(app, person)).toEqual([900]);
  const live = (await subscriptionsOf(app, person)).filter(({ status }) => status === "active");
  expect(live).toHaveLength(1);
});

test("somebody who has a plan is told so at the checkout, and reloading the receipt buys nothing", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await buy(page);
  await page.reload();
  await expectBought(page, "Reader");
  await page.goto("/checkout?price=studio_monthly");
  await expect(page.getByRole("heading", { name: "You already have Reader" })).toBeVisible();
  expect(await paymentsOf(app, person)).toEqual([900]);
});
