import { expect } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { cards, fillCard, payButton, pressPay } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen } from "../acts/reading";
import { paymentsOf } from "../acts/stripe";
import { test } from "../support/test-apart";

const procedure = {
  path: "/library/closing-the-month",
  title: "Closing the month",
  secret: "the bank never agrees with the month",
};

test("the handbook is bought once, stays open without a plan for longer than a year, and closes when its money is given back", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await page.goto(procedure.path);
  await expectClosed(page, procedure);
  await page.getByRole("link", { name: "Buy the handbook, $29.00" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Buy the handbook" })).toBeVisible();
  await fillCard(page, cards.insufficientFunds);
  await expectInOrder(page);
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "insufficient funds" })).toBeVisible();
  await fillCard(page, cards.good);
  await payButton(page).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: "The handbook is yours" })).toBeVisible();
  await expectInOrder(page);
  await pass(400);
  expect(await paymentsOf(app, person)).toEqual([2900]);

  await page.goto(procedure.path);
  await expectOpen(page, procedure);
  await page.goto("/buy/handbook");
  await expect(page.getByRole("heading", { name: "The handbook is yours already" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText(/^bought on .*, and yours for good$/)).toBeVisible();
  await page.getByRole("link", { name: "Receipt of The handbook" }).click();
  await expect(page.getByText("Visa ending in 4242")).toBeVisible();

  const { stripe, deliver } = app.account;
  const [customer] = (await stripe.customers.list({ email: person.email })).data;
  const charges = await stripe.charges.list({ customer: customer?.id ?? "" });
  const charge = charges.data.find(({ paid }) => paid);
  await stripe.refunds.create({ charge: charge?.id ?? "" });
  await deliver();
  await page.goto(procedure.path);
  await expectClosed(page, procedure);
  await expect(page.getByText(/what you paid for it was given back/)).toBeVisible();
  await page.getByRole("link", { name: "Buy the handbook, $29.00" }).click();
  await expect(payButton(page)).toBeVisible();
});
