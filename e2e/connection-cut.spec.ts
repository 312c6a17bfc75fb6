import { expect } from "@playwright/test";
import { cards, expectBought, fillCard, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { paymentsOf } from "./acts/stripe";
import { test } from "./support/test";

const confirmation = /\/v1\/payment_intents\/\w+\/confirm/;

test("a payment whose answer is lost on the way is found to be paid, and not paid twice", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await page.route(
    confirmation,
    async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "The connection was lost" })).toBeVisible();
  await pressPay(page);
  await expect(
    page.getByText(/Reader is yours|You already have a subscription|A payment is on its way/),
  ).toBeVisible();
  expect(await paymentsOf(app, person)).toEqual([900]);
  await page.goto("/account");
  await expect(page.getByText(/You are on Reader/)).toBeVisible();
});

test("a payment that never arrived is made by trying again", async ({ page, app }) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await page.route(confirmation, (route) => route.abort("connectionreset"), { times: 1 });
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "The connection was lost" })).toBeVisible();
  await pressPay(page);
  await expectBought(page, "Reader");
  expect(await paymentsOf(app, person)).toEqual([900]);
});
