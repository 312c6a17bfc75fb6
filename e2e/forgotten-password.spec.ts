import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { linkOf, openMail } from "./acts/mail";
import { expectSignedIn, signInHere, signUp } from "./acts/people";
import { test } from "./support/test";

test("who forgot their password on the way to the checkout chooses another by a mail's link and goes on; other browsers are signed out", async ({
  page,
  browser,
  baseURL,
}) => {
  const elsewhere = await browser.newPage({ ...(baseURL && { baseURL }) });
  const person = await signUp(elsewhere);
  await page.goto("/checkout?price=studio_monthly");
  await page.getByRole("link", { name: "Choose a new one" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Forgot your password?" })).toBeVisible();
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription(/Enter your e-mail address/);
  await expectInOrder(page);
  await page.getByLabel("E-mail address").fill(person.email.toUpperCase());
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Look into your mail" })).toBeVisible();
  await expectInOrder(page);

  await openMail(page, person, "Choose a new password");
  const link = await linkOf(page, "Choose a new password");
  await page.goto(link);
  await expect(page.getByText(person.email)).toBeVisible();
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Set my new password" }).click();
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/Use 10 characters or more/);
  await expectInOrder(page);
  await page.getByLabel("New password").fill("four other quiet words");
  await page.getByRole("button", { name: "Set my new password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Subscribe to Studio" })).toBeVisible();

  await elsewhere.goto("/account");
  await signInHere(elsewhere, person);
  await expect(elsewhere.getByRole("alert").filter({ hasText: "don't match" })).toBeVisible();
  const answer = await elsewhere.goto(link);
  expect(answer?.status()).toBe(404);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "This link counts no more" })).toBeVisible();
  await expect(elsewhere.getByRole("link", { name: "Ask for another" })).toHaveAttribute(
    "href",
    /^\/new-password\?next=%2Fcheckout%3Fprice%3Dstudio_monthly/,
  );
  await expectInOrder(elsewhere);
  await openMail(page, person, "Your password was changed");
  await elsewhere.close();
});

test("a password is changed in the account by who knows it, and this browser stays signed in", async ({
  page,
}) => {
  const person = await signUp(page);
  await page.goto("/account");
  await page.getByRole("link", { name: "Your password" }).click();
  await page.getByLabel("Your password now").fill("not my password");
  await page.getByLabel("New password").fill("four other quiet words");
  await page.getByRole("button", { name: "Set my new password" }).click();
  await expect(page.getByLabel("Your password now")).toHaveAccessibleDescription(/This isn't your password/);
  await expect(page.getByLabel("Your password now")).toBeFocused();
  await expectInOrder(page);
  await page.getByLabel("Your password now").fill(person.password);
  await page.getByLabel("New password").fill("four other quiet words");
  await page.getByRole("button", { name: "Set my new password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your password is changed" })).toBeVisible();
  await expectSignedIn(page);
});
