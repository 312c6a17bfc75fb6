import { expect } from "@playwright/test";
import { expectInOrder } from "../acts/inspecting";
import { oweRenewal } from "../acts/owing";
import { cards, fillCard, payButton } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { paymentsOf, subscriptionsOf } from "../acts/stripe";
import type { Application } from "../support/application";
import { test } from "../support/test-apart";

test("a plan that no retry has paid for is closed and stays theirs, and opens when what is owed is paid", async ({
  page,
  app,
  pass,
}) => {
  await endUnpaidPlans(app, "unpaid");
  const person = await signUp(page);
  await oweRenewal(app, person, pass);
  await pass(20);
  // As the other stories of this account know it.
  await endUnpaidPlans(app, "cancel");
  const [subscription] = await subscriptionsOf(app, person);
  expect(subscription?.status).toBe("unpaid");
  await page.goto(workshop.path);
  await expectClosed(page, workshop);
  await expectInOrder(page);
  await page.goto("/account/keys");
  await expect(page.getByText(/^The API is closed.*: a bill of your plan isn't paid/)).toBeVisible();
  await page.goto("/checkout?price=reader_monthly");
  await expect(page.getByRole("heading", { name: "You already have Studio" })).toBeVisible();
  await page.goto("/account");
  await expect(
    page.getByText("You are on Studio, $19.00 a month, and what it opens is closed."),
  ).toBeVisible();
  await expectInOrder(page);

  const banner = page.getByRole("region", { name: "About your plan" });
  await expect(banner).toContainText("Your plan isn't paid");
  await banner.getByRole("link", { name: "Pay $19.00 now" }).click();
  await page.getByText("Pay with another card").click();
  await fillCard(page, cards.good);
  await expectInOrder(page);
  await payButton(page).last().click();
  await expect(page.getByRole("alert").filter({ hasText: "Your payment went through" })).toBeVisible();
  await expect(banner).toHaveCount(0);
  expect(await subscriptionsOf(app, person)).toMatchObject([{ id: subscription?.id, status: "active" }]);
  expect(await paymentsOf(app, person)).toEqual([1900, 1900]);
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
});

/** What becomes of a plan that no retry has paid for: the account's own setting. */
async function endUnpaidPlans({ account }: Application, end: "unpaid" | "cancel"): Promise<void> {
  const answer = await fetch(`${account.origin}/_emulator/retries`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.secretKey}`, "content-type": "application/json" },
    body: JSON.stringify({ end }),
  });
  expect(answer.status).toBe(200);
}
