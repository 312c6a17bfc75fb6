import { expect } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { cards, expectBought, fillCard, payButton, pressPay } from "../acts/paying";
import { type Person, signUp } from "../acts/people";
import { essay, expectOpen } from "../acts/reading";
import type { Application } from "../support/application";
import { test } from "../support/test-other-shop";

test("in another currency, the tax is shown before paying, is what is charged, and stands on the invoice", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await page.goto("/pricing");
  await page.getByRole("link", { name: /EUR|euro/i }).click();
  await expect(page.getByText("€17.00")).toBeVisible();
  await page.goto("/checkout?price=studio_monthly&currency=eur&on=here");
  const order = page.getByRole("complementary", { name: "Your order" });
  await expect(order.getByText("€3.40", { exact: true })).toBeVisible();
  await expect(order.getByText(/It renews on .* for €20\.40/)).toBeVisible();
  await expect(payButton(page)).toHaveText("Pay €20.40");
  await expectInOrder(page);
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Studio");
  await expect(page.getByText("€20.40").first()).toBeVisible();
  expect(await paidBy(app, person)).toEqual([["eur", 2040]]);
  const [invoice] = await invoicesOf(app, person);
  expect(invoice).toMatchObject({
    currency: "eur",
    subtotal: 1700,
    total: 2040,
    total_taxes: [{ amount: 340 }],
  });
  await page.goto("/account/invoices");
  await expect(page.getByRole("row").filter({ hasText: "€20.40" })).toContainText("Paid");
});

test("a shop that sells on Stripe's page leads there, and the plan has begun when they come back", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await expectInOrder(page);
  await page.getByRole("button", { name: "Go on to pay $10.80" }).click();
  await page.waitForURL(/\/checkout\/cs_/);
  await expect(page.getByText("$10.80").first()).toBeVisible();
  await fillCard(page, cards.good);
  await page.getByRole("button", { name: /Subscribe/ }).click();
  await expectBought(page, "Reader");
  await page.goto(essay.path);
  await expectOpen(page);
  await page.goto("/account");
  await expect(page.getByText(/You are on Reader, \$9\.00 a month\. It renews on/)).toBeVisible();
  expect(await paidBy(app, person)).toEqual([["usd", 1080]]);
  await page.goto("/checkout?price=studio_monthly");
  await expect(page.getByRole("heading", { name: "You already have Reader" })).toBeVisible();
});

async function customerOf({ account }: Application, { email }: Person): Promise<string> {
  const { data } = await account.stripe.customers.list({ email });
  return data[0]?.id ?? "";
}

async function invoicesOf(app: Application, person: Person) {
  return (await app.account.stripe.invoices.list({ customer: await customerOf(app, person) })).data;
}

async function paidBy(app: Application, person: Person): Promise<[string, number][]> {
  const { data } = await app.account.stripe.charges.list({ customer: await customerOf(app, person) });
  return data.filter(({ paid }) => paid).map(({ currency, amount }) => [currency, amount]);
}
