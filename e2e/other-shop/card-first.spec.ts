import { expect } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { confirmAddress } from "../acts/mail";
import { cards, fillCard } from "../acts/paying";
import { signUp } from "../acts/people";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import { test } from "../support/test-other-shop";

const checkout = "/checkout?price=team_monthly&on=here";

test("a trial that asks for a card begins with it, costs nothing, and is had once with that card", async ({
  page,
  browser,
  app,
  baseURL,
}) => {
  const person = await signUp(page);
  await confirmAddress(app, person);
  await page.goto(checkout);
  const begin = { name: "Begin 14 days free" };
  await fillCard(page, cards.declined);
  await page.getByRole("button", begin).click();
  await expect(page.getByRole("alert").filter({ hasText: "declined" })).toBeVisible();
  expect(await subscriptionsOf(app, person)).toEqual([]);
  await expectInOrder(page);
  await fillCard(page, cards.good);
  await page.getByRole("button", begin).click();
  await expect(page.getByRole("heading", { name: "Team is yours" })).toBeVisible();
  const [trial] = await subscriptionsOf(app, person);
  expect(trial?.status).toBe("trialing");
  expect(trial?.default_payment_method).toBeTruthy();
  expect(await paymentsOf(app, person)).toEqual([]);

  const other = await browser.newPage({ ...(baseURL && { baseURL }) });
  const again = await signUp(other);
  await confirmAddress(app, again);
  await other.goto(checkout);
  await fillCard(other, cards.good);
  await other.getByRole("button", begin).click();
  await expect(
    other.getByRole("heading", { level: 1, name: "This card has had its free days" }),
  ).toBeVisible();
  await expectInOrder(other);
  await other.getByRole("link", { name: "See what it costs" }).click();
  await expect(other.getByRole("button", { name: "Go on to pay $58.80" })).toBeVisible();
  expect(await subscriptionsOf(app, again)).toEqual([]);
  await other.close();
});
