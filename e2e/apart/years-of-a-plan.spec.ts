import { expect } from "@playwright/test";
import { expectAccountAsAtStripe } from "../acts/agreeing";
import { confirmAddress } from "../acts/mail";
import { signUp } from "../acts/people";
import { expectOpen, workshop } from "../acts/reading";
import { payFromNowOn, paymentsOf } from "../acts/stripe";
import { test } from "../support/test-apart";

test("a plan is tried, paid, renewed, changed to a year, owed for when the year is over, and recovered", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  await confirmAddress(app, person);
  const agreed = () => expectAccountAsAtStripe(page, app, person);
  await page.goto("/pricing");
  await expect(page.getByText(/14 days free, then \$49\.00 a month from/)).toBeVisible();
  await page.getByRole("link", { name: "Try Team" }).click();
  await page.getByRole("button", { name: "Begin 14 days free" }).click();
  await expect(page.getByRole("heading", { name: "Team is yours" })).toBeVisible();
  await expect(page.getByText(/Your free days run until/)).toBeVisible();
  expect((await agreed()).status).toBe("trialing");
  await expect(page.getByText(/open in your trial, which ends on/).first()).toBeVisible();

  await payFromNowOn(app, person, "pm_card_visa");
  await pass(15);
  expect((await agreed()).status).toBe("active");
  expect(await paymentsOf(app, person)).toEqual([4900]);
  await pass(31);
  await agreed();
  expect(await paymentsOf(app, person)).toEqual([4900, 4900]);

  await page.goto("/account/plan?price=team_yearly");
  const button = page.getByRole("button", { name: /^Change plan and pay \$/ });
  const cents = Number((await button.innerText()).replace(/\D/g, ""));
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your plan has changed" })).toBeVisible();
  expect((await agreed()).items.data.map(({ price }) => price.lookup_key)).toContain("team_yearly");
  expect(await paymentsOf(app, person)).toEqual([cents, 4900, 4900]);

  await payFromNowOn(app, person, "pm_card_chargeCustomerFail");
  await pass(366);
  expect((await agreed()).status).toBe("past_due");
  const banner = page.getByRole("region", { name: "About your plan" });
  await page.goto(workshop.path);
  await expectOpen(page, workshop);
  await expect(banner).toContainText(/Until .* everything stays open to you/);

  await payFromNowOn(app, person, "pm_card_visa");
  await app.account.deliver();
  await page.reload();
  await banner.getByRole("link", { name: "Pay $490.00 now" }).click();
  await page.getByRole("button", { name: "Pay $490.00 with Visa ending in 4242" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your payment went through" })).toBeVisible();
  await expect(banner).toHaveCount(0);
  expect((await agreed()).status).toBe("active");
  expect(await paymentsOf(app, person)).toEqual([49_000, cents, 4900, 4900]);
});
