import { test as base, expect } from "@playwright/test";
import { cards, expectBought, fillCard, pressPay } from "./acts/paying";
import { signUp } from "./acts/people";
import { essay, expectOpen } from "./acts/reading";
import { paymentsOf, subscriptionsOf } from "./acts/stripe";
import { subscribe } from "./acts/subscribing";
import { type Application, startApplication } from "./support/application";
import { newAccount } from "./support/stand-in";
import { type StoppableStandIn, startStoppableStandIn } from "./support/stoppable-stand-in";

const test = base.extend<{ standIn: StoppableStandIn; app: Application }>({
  // Playwright reads the parameters' names, and wants an object pattern even for none.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  standIn: async ({}, use) => {
    const standIn = await startStoppableStandIn();
    await use(standIn);
    await standIn.remove();
  },
  app: async ({ standIn }, use) => {
    const app = await startApplication({ account: newAccount(standIn.origin) });
    await use(app);
    await app.stop();
  },
  baseURL: ({ app }, use) => use(app.origin),
});

test("with Stripe away in mid-purchase nothing is charged or lost, and the purchase goes on afterwards", async ({
  page,
  app,
  standIn,
}) => {
  const person = await signUp(page);
  await page.goto("/checkout?price=reader_monthly");
  await fillCard(page, cards.good);
  await standIn.stop();
  await pressPay(page);
  const told = page.getByRole("alert").filter({ hasText: "Our payment service can't be reached" });
  await expect(told).toContainText("Nothing is lost", { timeout: 20_000 });

  await page.reload();
  await expect(page.getByText("The card form can't be loaded")).toBeVisible();

  await standIn.start();
  await page.getByRole("button", { name: "Load the card form again" }).click();
  await fillCard(page, cards.good);
  await pressPay(page);
  await expectBought(page, "Reader");
  expect(await subscriptionsOf(app, person)).toHaveLength(1);
  expect(await paymentsOf(app, person)).toEqual([900]);
});

test("with Stripe away a subscriber reads on, and a cancellation says that it didn't happen", async ({
  page,
  app,
  standIn,
}) => {
  await subscribe(app, await signUp(page));
  await standIn.stop();
  await page.goto(essay.path);
  await expectOpen(page);
  await page.goto("/account/cancel");
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByText("Nothing is lost. Try again in a minute")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/It renews on/)).toBeVisible();

  await standIn.start();
  await page.goto("/account/cancel");
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(page.getByText(/It ends on/)).toBeVisible();
});
