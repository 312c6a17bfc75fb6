import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { signUp } from "./acts/people";
import { paymentsOf, subscriptionsOf } from "./acts/stripe";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

const team = { key: "team_monthly", name: "Team", counted: ["api_calls_monthly"] };

test("seats are added for what was shown, and no number outside the plan's range is had", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await subscribe(app, person, team);
  const seats = async () =>
    (await subscriptionsOf(app, person)).flatMap(({ items }) => items.data.map(({ quantity }) => quantity));
  await page.goto("/account");
  await page.getByRole("link", { name: "Change seats" }).click();
  await expect(page.getByText("You have one, at $49.00 each a month")).toBeVisible();
  await expectInOrder(page);
  await page.getByLabel("Seats").fill("3");
  await page.getByRole("button", { name: "See what it costs" }).click();
  const button = page.getByRole("button", { name: /^Change seats and pay \$/ });
  const cents = Number((await button.innerText()).replace(/\D/g, ""));
  await expect(page.getByText("After that it is $147.00 a month.")).toBeVisible();
  await expectInOrder(page);
  expect(await seats()).toContain(1);
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your plan has changed" })).toBeVisible();
  expect(await seats()).toContain(3);
  expect(await paymentsOf(app, person)).toEqual([cents, 4900]);

  for (const many of ["0", "-1", "1e9"]) {
    await page.goto(`/account/plan?price=team_monthly&seats=${many}`);
    await expect(page.getByRole("alert").filter({ hasText: "Your plan hasn't so many seats" })).toBeVisible();
  }
  expect(await seats()).toContain(3);
});
