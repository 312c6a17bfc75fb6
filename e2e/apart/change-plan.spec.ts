import { expect, type Page } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { answerChallenge, cards, fillCard } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import { subscribe } from "../acts/subscribing";
import { test } from "../support/test-apart";

test("a plan is changed after each line of its bill was seen, and charged to the cent", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await subscribe(app, person);
  await pass(10);
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
  await preview(page, "Studio by the month");
  await expect(page.getByText(/Unused time on Reader/)).toBeVisible();
  await expect(page.getByText(/Remaining time on Studio/)).toBeVisible();
  await expectInOrder(page);
  const button = page.getByRole("button", { name: /^Change plan and pay \$/ });
  const cents = Number((await button.innerText()).replace(/\D/g, ""));
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your plan has changed" })).toBeVisible();
  await expect(page.getByText(/You are on Studio, \$19\.00 a month/)).toBeVisible();
  expect((await paymentsOf(app, person)).sort()).toEqual([900, cents].sort());
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
});

test("a preview from before a change made elsewhere charges nothing, and is drawn anew", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await subscribe(app, person);
  await preview(page, "Studio by the year");
  const [subscription] = await subscriptionsOf(app, person);
  const [item] = subscription?.items.data ?? [];
  const { data } = await app.account.stripe.prices.list({ lookup_keys: ["reader_yearly"] });
  await app.account.stripe.subscriptions.update(subscription?.id ?? "", {
    items: [{ id: item?.id ?? "", price: data[0]?.id ?? "" }],
    proration_behavior: "none",
  });
  await page.getByRole("button", { name: /^Change plan and pay/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "It isn't quite as you were shown" })).toBeVisible();
  expect(await paymentsOf(app, person)).toEqual([900]);
  await page.getByRole("button", { name: /^Change plan and pay/ }).click();
  await expect(page.getByText(/You are on Studio, \$190\.00 a year/)).toBeVisible();
});

test("a bank that asks about a change is answered, and a card that declines changes nothing", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await subscribe(app, person);
  await saveCard(page, cards.declinedLater);
  await preview(page, "Studio by the month");
  await page.getByRole("button", { name: /^Change plan and pay/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your card was declined" })).toBeVisible();
  await page.goto(workshop.path);
  await expectClosed(page, workshop);

  await saveCard(page, cards.challenged);
  await answerChallenge(page, "Complete");
  await expect(page.getByRole("alert").filter({ hasText: "Your card is saved" })).toBeVisible();
  await preview(page, "Studio by the month");
  await page.getByRole("button", { name: /^Change plan and pay/ }).click();
  await page.getByRole("button", { name: /^Pay \$.* with Visa ending in 3220/ }).click();
  await answerChallenge(page, "Complete");
  await expect(page.getByRole("alert").filter({ hasText: "Your payment went through" })).toBeVisible();
  expect(await paymentsOf(app, person)).toHaveLength(2);
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
});

test("two changes at the same moment end in one of them, and one charge", async ({ page, context, app }) => {
  const person = await signUp(page);
  await subscribe(app, person);
  const tabs = [page, await context.newPage()] as const;
  await tabs[0].goto("/account/plan?price=studio_monthly");
  await tabs[1].goto("/account/plan?price=studio_yearly");
  const button = (tab: Page) => tab.getByRole("button", { name: /^Change plan and pay \$/ });
  const amounts = await Promise.all(
    tabs.map(async (tab) => Number((await button(tab).innerText()).replace(/\D/g, ""))),
  );
  await Promise.all(tabs.map((tab) => button(tab).click()));
  for (const tab of tabs)
    await expect(tab.getByText(/Your plan has changed|It isn't quite as you were shown/)).toBeVisible();
  const paid = await paymentsOf(app, person);
  expect(paid).toHaveLength(2);
  expect(amounts).toContain(paid[0]);
  expect(await subscriptionsOf(app, person)).toHaveLength(1);
});

async function preview(page: Page, plan: string): Promise<void> {
  await page.goto("/account");
  await page.getByRole("link", { name: "Change plan" }).click();
  await page.getByRole("link", { name: `See the change to ${plan}` }).click();
  await expect(page.getByText("Charged today", { exact: true })).toBeVisible();
}

/** Saves a card that pays from then on. */
async function saveCard(page: Page, number: string): Promise<void> {
  await page.goto("/account/cards/add");
  await fillCard(page, number);
  await page.getByRole("button", { name: "Save this card" }).click();
  if (number === cards.challenged) return;
  await expect(page.getByRole("alert").filter({ hasText: "Your card is saved" })).toBeVisible();
}
