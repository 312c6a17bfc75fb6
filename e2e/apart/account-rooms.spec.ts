import { expect, type Page } from "@playwright/test";
import { sharedStandIn } from "@/test/support/shared-stand-in";
import { expectInOrder } from "../acts/inspecting";
import { oweRenewal } from "../acts/owing";
import { signUp } from "../acts/people";
import { test } from "../support/test-apart";

test("every room of an account is in order while nothing is in it, and where a plan is missing says so", async ({
  page,
}) => {
  await signUp(page);
  await inOrder(page, "cards", "No card is saved");
  await inOrder(page, "invoices", "There is no invoice yet");
  await inOrder(page, "usage", "Nothing is counted for you");
  await inOrder(page, "keys", "Your plan has no API so far");
  await inOrder(page, "mail", "When a plan has renewed");
  for (const room of ["plan", "seats"]) {
    await page.goto(`/account/${room}`);
    await expect(page.getByRole("alert").filter({ hasText: "Your plan can't be changed now" })).toBeVisible();
  }
});

test("every room is in order while a payment is owed, and says so; Stripe's own page is a press away", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await oweRenewal(app, person, pass);
  for (const room of ["", "cards", "invoices", "cancel", "usage"])
    await inOrder(page, room, "Your last payment didn't go through");
  await page.goto("/account/invoices");
  await page.getByRole("link", { name: /^Pay now: invoice / }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pay $19.00" })).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: "Open Stripe's page instead" }).click();
  await page.waitForURL(`${sharedStandIn()}/**`);
  await expect(page.getByRole("heading", { name: "Your subscriptions and payments" })).toBeVisible();
});

async function inOrder(page: Page, room: string, said: string): Promise<void> {
  await page.goto(`/account/${room}`);
  await expect(page.getByText(said).first()).toBeVisible();
  await expectInOrder(page);
}
