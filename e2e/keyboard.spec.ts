import { expect } from "@playwright/test";
import { tabTo, typeInto } from "./acts/keyboard";
import { cardFrame, cards, expectBought, payButton } from "./acts/paying";
import { expectSignedIn, signUp, somebody } from "./acts/people";
import { paymentsOf } from "./acts/stripe";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("a plan is bought without a mouse", async ({ page }) => {
  const person = somebody();
  await page.goto("/pricing");
  await tabTo(page, page.getByRole("link", { name: "Choose Reader" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Sign up" }));
  await page.keyboard.press("Enter");
  await typeInto(page, page.getByLabel("Your name"), person.name);
  await typeInto(page, page.getByLabel("E-mail address"), person.email);
  await typeInto(page, page.getByLabel("Password"), person.password);
  await page.keyboard.press("Enter");
  await expectSignedIn(page);

  const card = cardFrame(page);
  await typeInto(page, card.getByLabel("Card number"), cards.good);
  await page.keyboard.type("1240");
  await page.keyboard.type("123");
  await typeInto(page, card.getByLabel("ZIP code"), "10001");
  await tabTo(page, payButton(page));
  await page.keyboard.press("Enter");
  await expectBought(page, "Reader");
});

test("a plan is changed, cancelled and kept without a mouse", async ({ page, app }) => {
  const person = await signUp(page);
  await subscribe(app, person);
  const press = async (role: "link" | "button", name: string | RegExp) => {
    await tabTo(page, page.getByRole(role, { name }).first());
    await page.keyboard.press("Enter");
  };
  await page.goto("/account");
  await press("link", "Change plan");
  await press("link", "See the change to Studio by the month");
  await press("button", /^Change plan and pay \$/);
  await expect(page.getByRole("alert").filter({ hasText: "Your plan has changed" })).toBeVisible();
  expect(await paymentsOf(app, person)).toHaveLength(2);

  await press("link", "Cancel my subscription");
  await tabTo(page, page.getByRole("radio", { name: /^On / }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Now/ })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await press("button", "Cancel my subscription");
  await expect(page.getByText(/It ends on/)).toBeVisible();
  await press("button", "Keep my subscription");
  await expect(page.getByText(/It renews on/)).toBeVisible();
});
