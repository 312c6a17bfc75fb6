import { expect, type Page } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { answerChallenge, cards, fillCard } from "./acts/paying";
import { signUp } from "./acts/people";
import { subscriptionsOf } from "./acts/stripe";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("a card is added in the page, pays from then on, and lets the first one go", async ({ page, app }) => {
  const person = await signUp(page);
  await subscribe(app, person);
  await page.goto("/account");
  await expect(page.getByText("Visa ending in 4242")).toBeVisible();
  await page.getByRole("link", { name: "Your cards" }).click();
  await page.getByRole("button", { name: "Remove: Visa ending in 4242" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your plan is paid with this card" })).toBeVisible();

  await addCard(page, cards.challengedOnce);
  await answerChallenge(page, "Complete");
  await expect(page.getByRole("alert").filter({ hasText: "Your card is saved" })).toBeVisible();
  const paying = page.getByRole("listitem").filter({ hasText: "Pays from now on" });
  await expect(paying).toContainText("ending in 3155");
  const [subscription] = await subscriptionsOf(app, person);
  const saved = await app.account.stripe.paymentMethods.retrieve(
    String(subscription?.default_payment_method),
  );
  expect(saved.card?.last4).toBe("3155");
  await expectInOrder(page);

  await page.getByRole("button", { name: "Remove: Visa ending in 4242" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The card is removed" })).toBeVisible();
  await expect(page.getByText("Visa ending in 4242")).toHaveCount(0);
});

test("a card the bank refuses is told beside its fields, and another can be sent", async ({ page }) => {
  await signUp(page);
  await page.goto("/account/cards");
  await expect(page.getByText("No card is saved")).toBeVisible();
  await addCard(page, cards.declined);
  await expect(page.getByRole("alert").filter({ hasText: "It wasn't saved" })).toBeVisible();
  await expectInOrder(page);
  await fillCard(page, cards.good);
  await page.getByRole("button", { name: "Save this card" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your card is saved" })).toBeVisible();
});

async function addCard(page: Page, number: string): Promise<void> {
  await page.getByRole("link", { name: "Add a card" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add a card" })).toBeVisible();
  await fillCard(page, number);
  await page.getByRole("button", { name: "Save this card" }).click();
}
