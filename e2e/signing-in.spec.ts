import { expect } from "@playwright/test";
import { expectSignedIn, signInHere, signUp, somebody } from "./acts/people";
import { test } from "./support/test";

test("no link to the sign-in page can lead to another site", async ({ page, context, baseURL }) => {
  const person = await signUp(page);
  const hostile = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/.//evil.example",
  ];
  for (const next of hostile) {
    await context.clearCookies();
    await page.goto(`/sign-in?${new URLSearchParams({ next })}`);
    await signInHere(page, person);
    await expect(page, next).toHaveURL(`${baseURL}/account`);
    await page.goto(`/sign-in?${new URLSearchParams({ next })}`);
    await expect(page, next).toHaveURL(`${baseURL}/account`);
  }
});

test("a wrong password is said kindly, and after too many the wait is said", async ({ page }) => {
  const person = await signUp(page);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  for (let guess = 0; guess < 6; guess++) {
    await signInHere(page, { email: person.email, password: `wrong ${guess}` });
    await expect(page.getByRole("alert").filter({ hasText: "don't match" })).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);
    await page.reload();
  }
  await signInHere(page, person);
  await expect(page.getByRole("alert").filter({ hasText: "Too many attempts" })).toContainText("15 minutes");
});

test("sign-up says what is wrong at each field, keeps what was typed and moves to the first fault", async ({
  page,
}) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("E-mail address").fill("ada@");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription(
    /Enter an e-mail address such as/,
  );
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/Use 10 characters or more/);
  await expect(page.getByLabel("Your name")).toHaveValue("Ada");
  await expect(page.getByLabel("E-mail address")).toHaveValue("ada@");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
});

test("an e-mail that has an account, in whatever case, can't be signed up again", async ({
  page,
  context,
}) => {
  const person = await signUp(page);
  await context.clearCookies();
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Somebody else");
  await page.getByLabel("E-mail address").fill(person.email.toUpperCase());
  await page.getByLabel("Password").fill("another good password");
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription(/has an account already/);
});

test("two sign-ups with one e-mail at once end in one account", async ({ page, browser, baseURL }) => {
  const person = somebody();
  const other = await browser.newPage({ ...(baseURL && { baseURL }) });
  const both = [page, other];
  for (const one of both) {
    await one.goto("/sign-up");
    await one.getByLabel("Your name").fill(person.name);
    await one.getByLabel("E-mail address").fill(person.email);
    await one.getByLabel("Password").fill(person.password);
  }
  await Promise.all(both.map((one) => one.getByRole("button", { name: "Create my account" }).click()));
  const outcomes = await Promise.all(
    both.map((one) =>
      Promise.race([
        expectSignedIn(one).then(() => "in"),
        expect(one.getByText("has an account already"))
          .toBeVisible()
          .then(() => "taken"),
      ]),
    ),
  );
  expect(outcomes.sort()).toEqual(["in", "taken"]);
});
