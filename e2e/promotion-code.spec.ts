import { expect, type Page } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { cards, expectBought, fillCard, payButton, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { test } from "./support/test";

/** Types a code into the order. */
async function useCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel("Promotion code");
  if (!(await field.isVisible())) await page.getByText("Have you a promotion code?").click();
  await field.fill(code);
  await page.getByRole("button", { name: "Use this code" }).click();
}

test("a code shows what it does before it is paid, and survives a decline and a reload", async ({ page }) => {
  await signUp(page);
  await page.goto("/checkout?price=studio_monthly");
  await useCode(page, "nosuchcode");
  await expect(page.getByText("There is no such code. Check how it is written.")).toBeVisible();
  await expect(payButton(page)).toHaveText("Pay $19.00");
  await useCode(page, "welcome");
  await expect(page.getByText("WELCOME counts: 20 % off your first payment.")).toBeVisible();
  await expect(page.getByText("-$3.80").last()).toBeVisible();
  await expect(payButton(page)).toHaveText("Pay $15.20");
  await fillCard(page, cards.declined);
  await pressPay(page);
  await expect(page.getByText("Your card was declined.")).toBeVisible();
  await page.reload();
  await expect(payButton(page)).toHaveText("Pay $15.20");
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Studio");
  await expect(page.getByText("$15.20")).toBeVisible();
});

test("a code that takes off everything asks for no card", async ({ page }) => {
  await signUp(page);
  await page.goto("/checkout?price=reader_monthly&code=FIRSTFREE");
  await expect(page.getByText(/Nothing is due today, so no card is asked for/).last()).toBeVisible();
  await expect(page.getByText("Card number")).toHaveCount(0);
  await expectInOrder(page);
  await page.getByRole("button", { name: "Begin for $0.00" }).click();
  await expect(page.getByRole("heading", { name: "Reader is yours" })).toBeVisible();
});
