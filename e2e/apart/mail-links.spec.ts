import { expect } from "@playwright/test";
import { sharedStandIn } from "@/test/support/shared-stand-in";
import { expectInOrder } from "../acts/inspecting";
import { linkOf, openMail } from "../acts/mail";
import { oweRenewal } from "../acts/owing";
import { cards, fillCard, payButton } from "../acts/paying";
import { signInHere, signUp } from "../acts/people";
import { expectOpen, workshop } from "../acts/reading";
import { test } from "../support/test-apart";

test("whoever is signed out pays from the mail about a failed renewal, and stops the receipts from the next", async ({
  page,
  browser,
  app,
  pass,
  baseURL,
}) => {
  const person = await signUp(page);
  await oweRenewal(app, person, pass);
  await openMail(page, person, "Your payment for Studio didn't go through");

  const signedOut = await browser.newContext({ ...(baseURL && { baseURL }) });
  const elsewhere = await signedOut.newPage();
  const withoutAccount = await elsewhere.goto(await linkOf(page, "pay the invoice without an account"));
  expect(withoutAccount?.url()).toContain(sharedStandIn());
  await expect(elsewhere.getByText("$19.00").first()).toBeVisible();

  await elsewhere.goto(await linkOf(page, "Pay $19.00"));
  await signInHere(elsewhere, person);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Pay $19.00" })).toBeVisible();
  await elsewhere.getByText("Pay with another card").click();
  await fillCard(elsewhere, cards.good);
  await payButton(elsewhere).last().click();
  await expect(elsewhere.getByRole("alert").filter({ hasText: "Your payment went through" })).toBeVisible();
  await elsewhere.goto(workshop.path);
  await expectOpen(elsewhere, workshop);
  await app.account.deliver();

  await openMail(page, person, "Your Studio plan has renewed");
  await signedOut.clearCookies();
  await elsewhere.goto(await linkOf(page, "choose what we write to you"));
  await expect(elsewhere.getByRole("heading", { level: 1, name: "What we write to you" })).toBeVisible();
  await elsewhere.getByRole("button", { name: "Stop these mails: When a plan has renewed" }).click();
  await expect(
    elsewhere.getByRole("button", { name: "Write to me again: When a plan has renewed" }),
  ).toBeVisible();
  await expectInOrder(elsewhere);
  await signedOut.close();

  await page.goto("/account");
  await page.getByRole("link", { name: "What we write to you" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "When a plan has renewed" })).toContainText(
    "We don't write to you",
  );
  await expectInOrder(page);
});

test("a link that isn't whole changes nothing and says so", async ({ page }) => {
  const answer = await page.goto("/mail/00000000-0000-4000-8000-000000000000.trial_ending.x");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "This link isn't whole" })).toBeVisible();
  await expectInOrder(page);
});
