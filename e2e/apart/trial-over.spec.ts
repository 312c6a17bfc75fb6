import { expect } from "@playwright/test";
import { expectAccountAsAtStripe } from "../acts/agreeing";
import { expectInOrder } from "../acts/inspecting";
import { confirmAddress } from "../acts/mail";
import { cards, fillCard } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import { test } from "../support/test-apart";

test("without a card a plan waits, closed, when its trial is over, and goes on with one", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await confirmAddress(app, person);
  await page.goto("/checkout?price=team_monthly");
  await page.getByRole("button", { name: "Begin 14 days free" }).click();
  await expect(page.getByRole("heading", { name: "Team is yours" })).toBeVisible();
  const [trial] = await subscriptionsOf(app, person);
  await app.account.stripe.subscriptions.update(trial?.id ?? "", {
    trial_settings: { end_behavior: { missing_payment_method: "pause" } },
  });

  await pass(15);
  const banner = page.getByRole("region", { name: "About your plan" });
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
  await expect(banner).toContainText("Your trial is over and no card was there to go on with");
  await banner.getByRole("link", { name: "Go on with Team" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Go on with Team?" })).toBeVisible();
  await expect(page.getByText("$49.00 is charged today, and after that it is $49.00 a month")).toBeVisible();
  await expectInOrder(page);
  await page.getByRole("link", { name: "Add a card" }).click();
  await fillCard(page, cards.good);
  await page.getByRole("button", { name: "Save this card" }).click();
  await page.getByRole("button", { name: "Pay $49.00 with Visa ending in 4242" }).click();

  await expect(page.getByRole("alert").filter({ hasText: "Your payment went through" })).toBeVisible();
  expect(await expectAccountAsAtStripe(page, app, person)).toMatchObject({ id: trial?.id, status: "active" });
  expect(await paymentsOf(app, person)).toEqual([4900]);
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  await expect(banner).toHaveCount(0);
});
