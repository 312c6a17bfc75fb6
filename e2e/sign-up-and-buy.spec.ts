import { expect } from "@playwright/test";
import { cards, expectBought, fillCard, pressPay } from "./acts/paying";
import { signUp, signUpHere, somebody } from "./acts/people";
import { essay, expectClosed, expectOpen, workshop } from "./acts/reading";
import { test } from "./support/test";

test("a visitor signs up, buys a plan, reads what was closed, cancels and takes it back", async ({
  page,
}) => {
  await page.goto(essay.path);
  await expectClosed(page);

  await page.getByRole("link", { name: "See the plans" }).click();
  await page.getByRole("link", { name: "Choose Reader" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByRole("link", { name: "Sign up" }).click();
  const person = await signUpHere(page, somebody());

  await expect(page.getByRole("heading", { level: 1, name: "Subscribe to Reader" })).toBeVisible();
  const order = page.getByRole("complementary", { name: "Your order" });
  await expect(order).toContainText("Total today");
  await expect(order).toContainText("$9.00");
  await fillCard(page, cards.good);
  await page.getByRole("button", { name: "Pay $9.00" }).click();

  await expectBought(page, "Reader");
  await expect(page).toHaveURL(/\/checkout\/return/);
  await expect(page.getByText("Open to you from now on: every essay.")).toBeVisible();
  await expect(page.getByText("Visa ending in 4242")).toBeVisible();

  await page.getByRole("link", { name: "Go to the library" }).click();
  await page.getByRole("link", { name: essay.title }).click();
  await expectOpen(page);
  await page.goto(workshop.path);
  await expectClosed(page, workshop);

  await page.getByRole("link", { name: "Account" }).click();
  await expect(page.getByText(/You are on Reader, \$9\.00 a month\. It renews on \w+ \d+/)).toBeVisible();
  await expect(page.getByText(person.email)).toBeVisible();

  await page.getByRole("link", { name: "Cancel my subscription" }).click();
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByText("Your subscription ends with its period")).toBeVisible();
  await expect(page.getByText(/You are on Reader, \$9\.00 a month\. It ends on/)).toBeVisible();
  await page.goto(essay.path);
  await expectOpen(page);

  await page.goto("/account");
  await page.getByRole("button", { name: "Keep my subscription" }).click();
  await expect(page.getByText("Your subscription goes on")).toBeVisible();
  await expect(page.getByText(/It renews on/)).toBeVisible();
});

test("the year is bought at the price that was shown for it", async ({ page }) => {
  await signUp(page);
  await page.goto("/pricing");
  await page.getByRole("link", { name: "By the year" }).click();
  await expect(page.getByText("$190.00")).toBeVisible();
  await page.getByRole("link", { name: "Choose Studio" }).click();
  await fillCard(page, cards.good);
  await page.getByRole("button", { name: "Pay $190.00" }).click();
  await expectBought(page, "Studio");
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
});

test("the page after paying doesn't wait for a webhook", async ({ page, app }) => {
  const [endpoint] = (await app.account.stripe.webhookEndpoints.list()).data;
  if (!endpoint) throw new Error("Nothing is listening");
  await app.account.stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
  await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Reader");
  await page.goto(essay.path);
  await expectOpen(page);
  await app.account.stripe.webhookEndpoints.update(endpoint.id, { disabled: false });
});
