import { expect } from "@playwright/test";
import { cards, expectBought, fillCard, pressPay } from "../acts/paying";
import { signUp } from "../acts/people";
import { essay, expectOpen } from "../acts/reading";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import { subscribe } from "../acts/subscribing";
import { test } from "../support/test-apart";

test("with Stripe away in mid-purchase nothing is charged or lost, and the purchase goes on afterwards", async ({
  page,
  app,
  stripe,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await stripe.stop();
  await pressPay(page);
  const told = page.getByRole("alert").filter({ hasText: "Our payment service can't be reached" });
  await expect(told).toContainText("Nothing is lost", { timeout: 20_000 });

  await page.reload();
  await expect(page.getByText("The card form can't be loaded")).toBeVisible();

  await stripe.start();
  await page.getByRole("button", { name: "Load the card form again" }).click();
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Reader");
  expect(await subscriptionsOf(app, person)).toHaveLength(1);
  expect(await paymentsOf(app, person)).toEqual([900]);
});

test("with Stripe away a subscriber reads on, and a cancellation says that it didn't happen", async ({
  page,
  app,
  stripe,
}) => {
  await subscribe(app, await signUp(page));
  await stripe.stop();
  await page.goto(essay.path);
  await expectOpen(page);
  await page.goto("/account/cancel");
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByText("Nothing is lost. Try again in a minute")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/It renews on/)).toBeVisible();

  await stripe.start();
  await page.goto("/account/cancel");
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByText(/It ends on/)).toBeVisible();
});
