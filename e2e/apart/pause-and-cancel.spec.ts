import { expect } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { studio } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import { subscribe } from "../acts/subscribing";
import { test } from "../support/test-apart";

test("a plan is paused instead of cancelled, rests unpaid and closed, and goes on when asked to", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await subscribe(app, person, studio);
  await page.goto("/account/cancel");
  await expectInOrder(page);
  await page.getByRole("link", { name: "Pause your plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pause Studio?" })).toBeVisible();
  await expectInOrder(page);
  await page.getByLabel(/^2 months/).check();
  await page.getByRole("button", { name: "Pause my plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your plan rests" })).toBeVisible();
  await page.goto(workshop.path);
  await expectOpen(page, workshop);

  await pass(32);
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
  expect(await paymentsOf(app, person)).toEqual([1900]);
  await page.goto("/account");
  await expect(page.getByText("closed while your plan rests").first()).toBeVisible();
  await page.getByRole("button", { name: "Go on with my plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "goes on with its next period" })).toBeVisible();
});

test("cancelled now, with a reason that Stripe hears, it closes at once", async ({ page, app }) => {
  const person = await signUp(page);
  await subscribe(app, person, studio);
  await page.goto("/account");
  await page.getByRole("link", { name: "Cancel my subscription" }).click();
  await page.getByLabel(/^Now/).check();
  await page.getByLabel("Why do you leave?").selectOption("I don't use it enough");
  await page.getByLabel("In your own words").fill("Too much else to read.");
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your subscription has ended" })).toBeVisible();
  const [subscription] = await subscriptionsOf(app, person);
  expect(subscription?.cancellation_details).toMatchObject({
    feedback: "unused",
    comment: "Too much else to read.",
  });
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
});

test("a page from before a change made elsewhere cancels nothing, and shows how things are", async ({
  page,
  app,
}) => {
  await subscribe(app, await signUp(page), studio);
  await page.goto("/account/cancel");
  const elsewhere = await page.context().newPage();
  await elsewhere.goto("/account/pause");
  await elsewhere.getByRole("button", { name: "Pause my plan" }).click();
  await expect(elsewhere.getByRole("alert").filter({ hasText: "Your plan rests" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "changed elsewhere" })).toBeVisible();
  await expect(page.getByText(/It is paused until/)).toBeVisible();
});
