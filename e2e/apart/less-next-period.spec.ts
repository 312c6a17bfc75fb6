import { expect } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { studio } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import { subscribe } from "../acts/subscribing";
import { test } from "../support/test-apart";

test("who would leave stays with less from the next period on, changes their mind, and then does", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await subscribe(app, person, studio);
  await page.goto("/account");
  await expect(page.getByText(/^Your next payment is \$19\.00, on/)).toBeVisible();
  await page.getByRole("link", { name: "Cancel my subscription" }).click();
  await page.getByRole("link", { name: "Change to Reader, $9.00 a month" }).click();
  await expectInOrder(page);
  await page.getByRole("button", { name: /^Change it on .* instead$/ }).click();
  await expect(page.getByText(/It changes to Reader on/)).toBeVisible();
  await expect(page.getByText(/^Your next payment is \$9\.00, on/)).toBeVisible();
  await expectInOrder(page);

  await page.getByRole("button", { name: "Keep my plan as it is" }).click();
  await expect(page.getByText(/You are on Studio, \$19\.00 a month\. It renews on/)).toBeVisible();
  await page.goto("/account/plan?price=reader_monthly");
  await page.getByRole("button", { name: /^Change it on .* instead$/ }).click();
  // Left before it is answered, the page would take the request back.
  await expect(page.getByText(/It changes to Reader on/)).toBeVisible();
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  await pass(32);
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
  expect((await paymentsOf(app, person)).sort()).toEqual([1900, 900]);
  const [subscription] = await subscriptionsOf(app, person);
  expect(subscription?.items.data[0]?.price.lookup_key).toBe("reader_monthly");
});
