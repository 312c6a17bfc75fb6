import { expect, type Page } from "@playwright/test";

/** Stripe's test cards: https://docs.stripe.com/testing */
export const cards = {
  good: "4242424242424242",
  declined: "4000000000000002",
  insufficientFunds: "4000000000009995",
  challenged: "4000000000003220",
  /** Can be saved, and is declined whenever it is charged. */
  declinedLater: "4000000000000341",
  /** Wants its holder when it is saved, and not again. */
  challengedOnce: "4000002500003155",
};

/** Types a card into the Payment Element, once it is there. */
export async function fillCard(page: Page, number: string): Promise<void> {
  const frame = cardFrame(page);
  await frame.getByLabel("Card number").fill(number);
  await frame.getByLabel("Expiration date").fill("12 / 40");
  await frame.getByLabel("Security code").fill("123");
  await frame.getByLabel("Country").selectOption("United States");
  await frame.getByLabel("ZIP code").fill("10001");
}

/** Presses the button that says the amount. */
export async function pressPay(page: Page): Promise<void> {
  await payButton(page).click();
}

/** Buys a plan from the checkout's link to the page that says so. */
export async function buy(page: Page, plan: { key: string; name: string } = reader): Promise<void> {
  await page.goto(`/checkout?price=${plan.key}`);
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, plan.name);
}

export async function expectBought(page: Page, planName: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: `${planName} is yours` })).toBeVisible();
}

/** Answers the bank's question in the 3-D Secure window. */
export async function answerChallenge(page: Page, answer: "Complete" | "Fail"): Promise<void> {
  const frame = page.getByTitle("3D Secure authentication").contentFrame();
  await frame.getByRole("button", { name: answer }).click();
}

export function cardFrame(page: Page) {
  return page.getByTitle("Secure payment input frame").contentFrame();
}

export function payButton(page: Page) {
  return page.getByRole("button", { name: /^Pay / });
}

export const reader = { key: "reader_monthly", name: "Reader" };
export const studio = { key: "studio_monthly", name: "Studio", counted: ["api_calls_monthly"] };
