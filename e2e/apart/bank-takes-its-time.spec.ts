import { expect, type Page } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { cards, expectBought, fillCard, payButton, pressPay } from "../acts/paying";
import { type Person, signUp } from "../acts/people";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import type { Application } from "../support/application";
import { test } from "../support/test-apart";

test("while a bank takes its time the page says so and looks again; no is said with its reason, and yes opens the plan", async ({
  page,
  app,
  stripe,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.insufficientFunds);
  await pressPay(page);
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was charged" })).toBeVisible();
  const payment = await begunPayment(app, person);

  stripe.bankThinks = true;
  await back(page, payment.secret);
  await expect(page.getByRole("heading", { level: 1, name: "Your bank is taking its time" })).toBeVisible();
  await expectInOrder(page);
  const tab = await page.context().newPage();
  await tab.goto("/checkout?price=reader_monthly");
  await fillCard(tab, cards.good);
  await payButton(tab).click();
  await expect(tab.getByRole("alert").filter({ hasText: "A payment is on its way" })).toBeVisible();
  await tab.close();

  stripe.bankThinks = false;
  const failed = page.getByRole("heading", { level: 1, name: "The payment didn't go through" });
  await expect(failed).toBeVisible();
  await expect(page.getByText("Nothing was charged, and your plan hasn't begun.")).toBeVisible();
  await expectInOrder(page);
  expect(await subscriptionsOf(app, person)).toMatchObject([{ status: "incomplete" }]);

  stripe.bankThinks = true;
  await back(page, payment.secret);
  await app.account.stripe.paymentIntents.confirm(payment.id, {
    payment_method: "pm_card_visa",
    return_url: app.origin,
  });
  await expect(page.getByRole("heading", { level: 1, name: "Your bank is taking its time" })).toBeVisible();
  stripe.bankThinks = false;
  await expectBought(page, "Reader");
  expect(await paymentsOf(app, person)).toEqual([900]);
});

/** Where Stripe leads the browser when the bank has been asked. */
async function back(page: Page, payment_intent_client_secret: string): Promise<void> {
  await page.goto(`/checkout/return?${new URLSearchParams({ payment_intent_client_secret })}`);
}

/** The payment of a purchase that was begun and isn't paid. */
async function begunPayment(
  { account }: Application,
  person: Person,
): Promise<{ id: string; secret: string }> {
  const { data: customers } = await account.stripe.customers.list({ email: person.email });
  const { data: payments } = await account.stripe.paymentIntents.list({ customer: customers[0]?.id ?? "" });
  const [payment] = payments;
  if (!payment?.client_secret) throw new Error("no payment was begun");
  return { id: payment.id, secret: payment.client_secret };
}
