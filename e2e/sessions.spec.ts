import { expect } from "@playwright/test";
import { cards, expectBought, fillCard, pressPay } from "./acts/paying";
import { expectSignedIn, expectSignedOut, signInHere, signUp } from "./acts/people";
import { paymentsOf, subscriptionsOf } from "./acts/stripe";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("signing out closes the account to this browser", async ({ page }) => {
  await signUp(page);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expectSignedOut(page);
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test("signing out everywhere ends the sessions of other browsers", async ({ page, browser, baseURL }) => {
  const person = await signUp(page);
  const elsewhere = await browser.newPage({ ...(baseURL && { baseURL }) });
  await elsewhere.goto("/sign-in");
  await signInHere(elsewhere, person);
  await expectSignedIn(elsewhere);

  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expectSignedOut(page);
  await elsewhere.goto("/account");
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await signInHere(elsewhere, person);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
});

test("a session that expires while the card is typed charges nothing, and the purchase goes on after signing in", async ({
  page,
  context,
  app,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await context.clearCookies();
  await pressPay(page);
  const told = page.getByRole("alert").filter({ hasText: "You have been signed out" });
  await expect(told).toContainText("Nothing was charged");
  expect(await paymentsOf(app, person)).toEqual([]);

  await told.getByRole("link", { name: "Sign in" }).click();
  await signInHere(page, person);
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Reader");
});

test("a session that expires before a cancellation leads to signing in and cancels nothing", async ({
  page,
  context,
  app,
}) => {
  const person = await signUp(page);
  await subscribe(app, person);
  await page.goto("/account/cancel");
  await context.clearCookies();
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  const [subscription] = await subscriptionsOf(app, person);
  expect(subscription?.cancel_at_period_end).toBe(false);
  await signInHere(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Cancel Reader?" })).toBeVisible();
});

test("next-auth's own sign-in route makes the same session as our form", async ({ page, context }) => {
  const person = await signUp(page);
  await context.clearCookies();
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const form = {
    csrfToken,
    email: person.email,
    password: person.password,
    callbackUrl: "https://evil.example",
  };
  const answer = await context.request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect(answer.headers().location).not.toContain("evil.example");
  await page.goto("/account");
  await expect(page.getByText(person.email)).toBeVisible();
  const told = await (await context.request.get("/api/auth/session")).json();
  expect(told.user).toEqual({ name: person.name, email: person.email });

  const broken = await context.request.post("/api/auth/callback/credentials", {
    headers: { "content-type": "application/json" },
    data: Buffer.from("{not json"),
  });
  expect(broken.status()).toBe(400);
});
