import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { reader, studio } from "./acts/paying";
import { signUp } from "./acts/people";
import { subscriptionsOf } from "./acts/stripe";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("who has two subscriptions, one of them made by hand, sees both and ends the one too many", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await subscribe(app, person, reader);
  const { stripe, deliver } = app.account;
  const [first] = await subscriptionsOf(app, person);
  const { data } = await stripe.prices.list({ lookup_keys: [studio.key] });
  await stripe.subscriptions.create({
    customer: String(first?.customer),
    default_payment_method: String(first?.default_payment_method),
    items: [{ price: data[0]?.id ?? "" }],
  });
  await deliver();
  await page.goto("/account");
  const notice = page.getByText("You have more than one subscription").locator("..");
  await expect(notice).toBeVisible();
  await expectInOrder(page);
  const text = (await page.getByRole("main").innerText()).replaceAll(/\s+/g, " ");
  expect(text).toContain("Studio, $19.00 a month");
  expect(text).toContain("Reader, $9.00 a month");
  await notice.getByRole("button", { name: /^End (Reader|Studio)$/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "It ends with its period" })).toBeVisible();
  const ending = (await subscriptionsOf(app, person)).map(({ cancel_at_period_end: ends }) => ends);
  expect(ending.sort()).toEqual([false, true]);
});
