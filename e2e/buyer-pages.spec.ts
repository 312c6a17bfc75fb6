import { expect } from "@playwright/test";
import { expectInOrder, listenForComplaints } from "./acts/inspecting";
import { buy, cardFrame, cards, fillCard, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { workshop } from "./acts/reading";
import { test } from "./support/test";

test("the checkout is in order for every reader, and so is what it says of a declined card", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/checkout?price=studio_monthly");
  await expect(cardFrame(page).getByLabel("Card number")).toBeVisible();
  await expectInOrder(page);
  await fillCard(page, cards.declined);
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "declined" })).toBeVisible();
  await expectInOrder(page);
});

test("the card is asked for in the page's own typeface", async ({ page }) => {
  await signUp(page);
  await page.goto("/checkout?price=studio_monthly");
  const field = cardFrame(page).getByLabel("Card number");
  await expect(field).toHaveCSS("font-family", /^Geist,/);
  const loaded = () =>
    field.evaluate(() => [...document.fonts].map(({ family, status }) => [family, status]));
  await expect.poll(loaded).toEqual([["Geist", "loaded"]]);
});

test("what a subscriber sees is in order for every reader", async ({ page }) => {
  const complaints = listenForComplaints(page);
  await signUp(page);
  await page.goto("/account");
  await expectInOrder(page);
  await buy(page, { key: "studio_monthly", name: "Studio" });
  await expectInOrder(page);
  for (const path of [
    "/account",
    "/account/cancel",
    "/pricing",
    "/library",
    workshop.path,
    "/checkout?price=reader_monthly",
  ]) {
    await page.goto(path);
    await expectInOrder(page);
  }
  expect(complaints).toEqual([]);
});
