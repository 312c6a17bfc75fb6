import { expect } from "@playwright/test";
import { studio } from "./acts/paying";
import { expectSignedIn, signInHere, signUp, somebody } from "./acts/people";
import { essay, expectClosed, expectOpen } from "./acts/reading";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("a signed-out visitor comes back to the checkout after signing in", async ({
  page,
  browser,
  baseURL,
}) => {
  const person = somebody();
  const before = await browser.newPage({ ...(baseURL && { baseURL }) });
  await signUp(before, person);
  await before.close();

  await page.goto("/pricing?interval=year");
  await page.getByRole("link", { name: "Choose Studio" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await signInHere(page, { email: person.email, password: "not the password" });
  await expect(page.getByRole("alert").filter({ hasText: "don't match" })).toBeVisible();
  await signInHere(page, { ...person, email: person.email.toUpperCase() });
  await expect(page.getByRole("heading", { level: 1, name: "Subscribe to Studio" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Pay $190.00" })).toBeVisible();
});

test("a reader stopped at the gate comes back to the piece they were reading", async ({
  page,
  app,
  browser,
  baseURL,
}) => {
  const person = somebody();
  const before = await browser.newPage({ ...(baseURL && { baseURL }) });
  await signUp(before, person);
  await subscribe(app, person, studio);
  await before.close();

  await page.goto(essay.path);
  await expectClosed(page);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await signInHere(page, person);
  await expectSignedIn(page);
  await expect(page).toHaveURL(essay.path);
  await expectOpen(page);
});
