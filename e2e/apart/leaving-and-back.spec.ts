import { expect } from "@playwright/test";
import { expectAccountAsAtStripe } from "../acts/agreeing";
import { buy, studio } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { paymentsOf } from "../acts/stripe";
import { subscribe } from "../acts/subscribing";
import { test } from "../support/test-apart";

test("who leaves keeps what is paid, may think better of it, finds the gate closed at the end, and comes back", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  const agreed = () => expectAccountAsAtStripe(page, app, person);
  await subscribe(app, person, studio);
  const cancel = async () => {
    await page.goto("/account/cancel");
    await page.getByRole("button", { name: "Cancel my subscription" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "ends with its period" })).toBeVisible();
  };
  await cancel();
  expect((await agreed()).cancel_at_period_end).toBe(true);
  await expect(page.getByText(/open until .*: your plan ends then/).first()).toBeVisible();
  await page.getByRole("button", { name: "Keep my subscription" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your subscription goes on" })).toBeVisible();
  expect((await agreed()).cancel_at_period_end).toBe(false);

  await cancel();
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  await pass(32);
  expect((await agreed()).status).toBe("canceled");
  expect(await paymentsOf(app, person)).toEqual([1900]);
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
  await expect(page.getByRole("link", { name: "Start again" })).toHaveAttribute("href", "/pricing");

  await buy(page, studio);
  expect((await agreed()).status).toBe("active");
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  expect(await paymentsOf(app, person)).toEqual([1900, 1900]);
});
