import { expect } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { cards, expectBought, fillCard, pressPay } from "../acts/paying";
import { signUp, somebody } from "../acts/people";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import { test } from "../support/test-apart";

test("with the database stopped in mid-purchase nothing is charged or lost, and the purchase goes on afterwards", async ({
  page,
  app,
  database,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await database.stop();
  await pressPay(page);
  const told = page.getByRole("alert").filter({ hasText: "Our records can't be reached" });
  await expect(told).toContainText("Nothing is lost");
  expect(await paymentsOf(app, person)).toEqual([]);

  await database.start();
  await pressPay(page);
  await expectBought(page, "Reader");
  expect(await subscriptionsOf(app, person)).toHaveLength(1);
});

test("with the database stopped, forms keep what was typed and pages say what is the case", async ({
  page,
  database,
}) => {
  await page.goto("/sign-up");
  const person = somebody();
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await database.stop();
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This isn't possible right now" })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);
  expect((await page.request.get("/api/health")).status()).toBe(503);

  await page.goto("/pricing");
  await expect(page.getByRole("heading", { level: 1, name: "This page couldn't be opened" })).toBeVisible();
  await expectInOrder(page);
  await database.start();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: "Choose Reader" })).toBeVisible();
  expect((await page.request.get("/api/health")).status()).toBe(200);
});
