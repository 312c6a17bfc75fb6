import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { confirmAddress } from "./acts/mail";
import { cards, fillCard } from "./acts/paying";
import { signUp } from "./acts/people";
import { paymentsOf, subscriptionsOf } from "./acts/stripe";
import { type Application, startApplication } from "./support/application";
import { buildThatSays } from "./support/build-that-says";
import { test as base } from "./support/test";

/** A shop whose trial asks for a card first. */
const test = base.extend<object, { app: Application }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: see support/test.ts
    async ({}, use) => {
      const build = buildThatSays('card: "optional"', 'card: "required"');
      const application = await startApplication({ build: build.folder });
      await use(application);
      await application.stop();
      build.remove();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

test("a trial that asks for a card begins with it, costs nothing, and is had once with that card", async ({
  page,
  browser,
  app,
  baseURL,
}) => {
  const person = await signUp(page);
  await confirmAddress(app, person);
  await page.goto("/checkout?price=team_monthly");
  const begin = { name: "Begin 14 days free" };
  await fillCard(page, cards.declined);
  await page.getByRole("button", begin).click();
  await expect(page.getByRole("alert").filter({ hasText: "declined" })).toBeVisible();
  expect(await subscriptionsOf(app, person)).toEqual([]);
  await expectInOrder(page);
  await fillCard(page, cards.good);
  await page.getByRole("button", begin).click();
  await expect(page.getByRole("heading", { name: "Team is yours" })).toBeVisible();
  const [trial] = await subscriptionsOf(app, person);
  expect(trial?.status).toBe("trialing");
  expect(trial?.default_payment_method).toBeTruthy();
  expect(await paymentsOf(app, person)).toEqual([]);

  const other = await browser.newPage({ ...(baseURL && { baseURL }) });
  const again = await signUp(other);
  await confirmAddress(app, again);
  await other.goto("/checkout?price=team_monthly");
  await fillCard(other, cards.good);
  await other.getByRole("button", begin).click();
  await expect(
    other.getByRole("heading", { level: 1, name: "This card has had its free days" }),
  ).toBeVisible();
  await expectInOrder(other);
  await other.getByRole("link", { name: "See what it costs" }).click();
  await expect(other.getByRole("button", { name: "Pay $49.00" })).toBeVisible();
  expect(await subscriptionsOf(app, again)).toEqual([]);
  await other.close();
});
