import { expect } from "@playwright/test";
import { answerChallenge, cards, expectBought, fillCard, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { essay, expectClosed, expectOpen } from "./acts/reading";
import { test } from "./support/test";

test("a bank that asks and is answered lets the purchase through", async ({ page }) => {
  await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.challenged);
  await pressPay(page);
  await answerChallenge(page, "Complete");
  await expectBought(page, "Reader");
  await page.goto(essay.path);
  await expectOpen(page);
});

test("a bank that isn't convinced charges nothing, and the form can be sent again", async ({ page }) => {
  await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.challenged);
  await pressPay(page);
  await answerChallenge(page, "Fail");
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was charged" })).toBeVisible();

  const elsewhere = await page.context().newPage();
  await elsewhere.goto(essay.path);
  await expectClosed(elsewhere);
  await elsewhere.close();

  await pressPay(page);
  await answerChallenge(page, "Complete");
  await expectBought(page, "Reader");
});
