import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { linkOf, openMail } from "./acts/mail";
import { cardFrame } from "./acts/paying";
import { signInHere, signUp } from "./acts/people";
import { expectOpen, workshop } from "./acts/reading";
import { subscriptionsOf } from "./acts/stripe";
import { test } from "./support/test";

test("free days begin once the address is confirmed by the link of a mail, which works signed out and says so twice, and their end is told of beforehand", async ({
  page,
  browser,
  app,
  baseURL,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=team_monthly");
  await expect(page.getByText("Your 14 days free wait for your address")).toBeVisible();
  await expect(page.getByRole("button", { name: "Pay $49.00" })).toBeVisible();
  await expect(cardFrame(page).getByLabel("Card number")).toBeVisible();
  await expectInOrder(page);
  await openMail(page, person, "Confirm your e-mail address");
  const first = await linkOf(page, "Confirm my address");

  const signedOut = await browser.newContext({ ...(baseURL && { baseURL }) });
  const elsewhere = await signedOut.newPage();
  await elsewhere.goto(first);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Is this your address?" })).toBeVisible();
  await expectInOrder(elsewhere);
  await page.goto("/account");
  await expect(page.getByText("Not confirmed yet.")).toBeVisible();
  await page.getByRole("button", { name: "Send the link again" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The link is on its way" })).toContainText(
    person.email,
  );
  await expectInOrder(page);

  await elsewhere.getByRole("button", { name: "Confirm my address" }).click();
  const done = elsewhere.getByRole("heading", { level: 1, name: "Your address is confirmed" });
  await expect(done).toBeVisible();
  await elsewhere.goto(first);
  await expect(done).toBeVisible();
  await elsewhere.goto(`${first.split("?")[0]}?next=/checkout?price=team_monthly`);
  await elsewhere.getByRole("link", { name: "Go on" }).click();
  await signInHere(elsewhere, person);
  await elsewhere.getByRole("button", { name: "Begin 14 days free" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Team is yours" })).toBeVisible();
  const [trial] = await subscriptionsOf(app, person);
  expect(trial?.status).toBe("trialing");
  await signedOut.close();

  await page.reload();
  await expect(page.getByText(person.email)).toBeVisible();
  await expect(page.getByText("Not confirmed yet.")).toHaveCount(0);

  // Two days from now.
  const trial_end = (trial?.trial_end ?? 0) - 12 * 86_400;
  await app.account.stripe.subscriptions.update(trial?.id ?? "", { trial_end });
  await app.account.deliver();
  await openMail(page, person, /^Your trial of Team ends on/);
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  await expect(page.getByRole("region", { name: "About your plan" })).toContainText(
    "Your trial of Team ends on",
  );
  await expectInOrder(page);
});

test("a link that isn't whole confirms nothing and says so; it leads on, but to no other site", async ({
  page,
}) => {
  const link = "/confirm/00000000-0000-4000-8000-000000000000.1900000000.x";
  await page.goto(`${link}?next=${encodeURIComponent("//elsewhere.example")}`);
  await expect(page.getByRole("link", { name: "Go to your account" })).toHaveAttribute("href", "/account");
  const answer = await page.goto(`${link}?next=${encodeURIComponent("/checkout?price=team_monthly")}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "This link isn't whole" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Go on" })).toHaveAttribute(
    "href",
    "/checkout?price=team_monthly",
  );
  await expectInOrder(page);
});
