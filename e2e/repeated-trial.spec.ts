import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { confirmAddress, openMail } from "./acts/mail";
import { cards, fillCard } from "./acts/paying";
import { type Person, signUp } from "./acts/people";
import { payFromNowOn, paymentsOf, subscriptionsOf } from "./acts/stripe";
import { test } from "./support/test";

test("a card that was tried with ends the next trial it is added to, unbilled, and a mail says why", async ({
  page,
  browser,
  app,
  baseURL,
}) => {
  const begin = async (on: typeof page): Promise<Person> => {
    const person = await signUp(on);
    await confirmAddress(app, person);
    await on.goto("/checkout?price=team_monthly");
    await on.getByRole("button", { name: "Begin 14 days free" }).click();
    await expect(on.getByRole("heading", { name: "Team is yours" })).toBeVisible();
    return person;
  };
  const elsewhere = await browser.newPage({ ...(baseURL && { baseURL }) });
  const first = await begin(elsewhere);
  await elsewhere.close();
  await payFromNowOn(app, first, "pm_card_visa");
  await app.account.deliver();

  const second = await begin(page);
  await page.goto("/account/cards/add");
  await fillCard(page, cards.good);
  await page.getByRole("button", { name: "Save this card" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your card is saved" })).toBeVisible();
  await app.account.deliver();
  await openMail(page, second, "Your free days of Team have ended");
  await expect(page.getByText(/A card is good for one trial/).first()).toBeVisible();
  expect(await subscriptionsOf(app, second)).toMatchObject([{ status: "canceled" }]);
  expect(await subscriptionsOf(app, first)).toMatchObject([{ status: "trialing" }]);
  expect(await paymentsOf(app, second)).toEqual([]);
  await page.goto("/account");
  await expect(page.getByText(/Your Team plan ended on/)).toBeVisible();
  await expectInOrder(page);
});
