import { expect, type Page } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { openMail } from "../acts/mail";
import { oweRenewal } from "../acts/owing";
import { answerChallenge, buy, cards, fillCard, payButton, studio } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { payFromNowOn, paymentsOf, subscriptionsOf } from "../acts/stripe";
import { subscribe } from "../acts/subscribing";
import { test } from "../support/test-apart";

test("a renewal that fails is told on every page, and put right with another card in the page", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await oweRenewal(app, person, pass);

  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  const banner = page.getByRole("region", { name: "About your plan" });
  await expect(banner).toContainText("Your last payment didn't go through");
  await expect(banner).toContainText(/Until .* everything stays open to you/);
  await expectInOrder(page);

  await banner.getByRole("link", { name: "Pay $19.00 now" }).click();
  await page.getByRole("button", { name: "Pay $19.00 with Visa ending in 0341" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was charged" })).toBeVisible();
  await expectInOrder(page);

  await page.getByText("Pay with another card").click();
  await fillCard(page, cards.good);
  await payButton(page).last().click();
  await expectPaid(page);
  await expect(banner).toHaveCount(0);
  expect(await paymentsOf(app, person)).toEqual([1900, 1900]);
  expect((await subscriptionsOf(app, person)).map(({ status }) => status)).toEqual(["active"]);
  await expect(page.getByRole("row").filter({ hasText: "$19.00" })).toHaveCount(2);
  await expectInOrder(page);
});

test("a bank that wants to be asked about the saved card is answered in the page", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await subscribe(app, person);
  await payFromNowOn(app, person, "pm_card_authenticationRequired");
  await pass(32);
  const banner = page.getByRole("region", { name: "About your plan" });
  await expect(async () => {
    await page.goto("/library");
    await expect(banner).toContainText("Your bank wants you to confirm your payment", { timeout: 500 });
  }).toPass();
  await banner.getByRole("link", { name: "Confirm $9.00" }).click();
  await page.getByRole("button", { name: /^Pay \$9\.00 with Visa/ }).click();
  await answerChallenge(page, "Fail");
  await expect(
    page.getByRole("alert").filter({ hasText: "couldn't make sure that it is you" }),
  ).toBeVisible();
  await page.getByRole("button", { name: /^Pay \$9\.00 with Visa/ }).click();
  await answerChallenge(page, "Complete");
  await expectPaid(page);
  expect(await paymentsOf(app, person)).toEqual([900, 900]);
});

test("when the card isn't tried any more the plan ends and closes, and is begun again from where it closed", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await oweRenewal(app, person, pass);
  await pass(16);
  await page.goto("/library");
  await expect(page.getByText(/Closed: your plan ended on/).first()).toBeVisible();
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
  await expect(page.getByText(/Closed: your plan ended on/)).toBeVisible();
  await expectInOrder(page);
  await page.getByRole("link", { name: "Start again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await buy(page, studio);
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  await openMail(page, person, "Your Studio plan has ended");
});

test("another person's invoice is not found", async ({ page, browser, app, baseURL }) => {
  const owner = await signUp(page);
  await subscribe(app, owner);
  const { data: customers } = await app.account.stripe.customers.list({ email: owner.email });
  const { data: invoices } = await app.account.stripe.invoices.list({ customer: customers[0]?.id ?? "" });
  const other = await browser.newPage({ ...(baseURL && { baseURL }) });
  await signUp(other);
  for (const way of ["pay", "page", "pdf"]) {
    const answer = await other.goto(`/account/invoices/${invoices[0]?.id}/${way}`);
    expect(answer?.status()).toBe(404);
  }
  await other.close();
});

async function expectPaid(page: Page): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: "Your payment went through" })).toBeVisible();
}
