import { expect } from "@playwright/test";
import { cards, expectBought, fillCard, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { essay, expectClosed, expectOpen } from "./acts/reading";
import { subscriptionsOf } from "./acts/stripe";
import { test } from "./support/test";

test("a declined card is said beside the form, opens nothing, and another card pays", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.declined);
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "declined" })).toContainText("Nothing was charged");

  const elsewhere = await page.context().newPage();
  await elsewhere.goto(essay.path);
  await expectClosed(elsewhere);
  await elsewhere.close();

  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Reader");
  await page.goto(essay.path);
  await expectOpen(page);
  expect(await subscriptionsOf(app, person)).toHaveLength(1);
});

test("a card without enough on it is told as that", async ({ page }) => {
  await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.insufficientFunds);
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "insufficient funds" })).toContainText(
    "try this one when there is more on it",
  );
});

test("a purchase left after a decline is gone on with later", async ({ page, app }) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.declined);
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "declined" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("haven't paid for it")).toBeVisible();
  await page.getByRole("link", { name: "Finish paying" }).click();
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Reader");
  expect(await subscriptionsOf(app, person)).toHaveLength(1);
});
