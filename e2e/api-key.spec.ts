import { type APIRequestContext, expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { studio } from "./acts/paying";
import { signUp } from "./acts/people";
import { paymentsOf } from "./acts/stripe";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("a key is made and shown once, reads what is open to its owner, and is revoked", async ({
  page,
  app,
  playwright,
}) => {
  const person = await signUp(page);
  await page.goto("/account/keys");
  await expect(page.getByText("Your plan has no API so far")).toBeVisible();
  await subscribe(app, person, studio);
  await page.reload();
  await page.getByRole("button", { name: "Make a key" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByLabel("Name of a new key").fill("My <b>laptop</b>");
  await page.getByRole("button", { name: "Make a key" }).click();
  const shown = page.getByText(/^gh_[\w-]{43}$/);
  await expect(shown).toBeVisible();
  const key = await shown.innerText();
  await expectInOrder(page);
  await page.reload();
  await expect(page.getByText("My <b>laptop</b>")).toBeVisible();
  await expect(shown).toHaveCount(0);

  // Its own browser, without the cookies of the person.
  const program = await playwright.request.newContext({ baseURL: app.origin });
  expect(await call(program, key)).toBe(200);
  expect(await call(program, `${key.slice(0, -1)}_`)).toBe(401);
  await page.goto("/account/usage");
  await expect(page.getByText("1 call", { exact: true })).toBeVisible();
  await expect(page.getByText("$0.00", { exact: true })).toBeVisible();
  await expectInOrder(page);
  await page.goto("/account/keys");
  await expect(page.getByText(/last used on/)).toBeVisible();
  await page.getByRole("button", { name: "Revoke My <b>laptop</b>" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The key is revoked" })).toBeVisible();
  expect(await call(program, key)).toBe(401);
  await program.dispose();
});

test("what is billed when the plan is ended is what was called, to the call", async ({
  page,
  app,
  playwright,
}) => {
  const person = await signUp(page);
  const { stripe } = app.account;
  const [first] = (await stripe.prices.list({ lookup_keys: ["api_calls_monthly"] })).data;
  await stripe.prices.create({
    ...{ product: String(first?.product), currency: "usd", lookup_key: "few_calls_monthly" },
    recurring: { interval: "month", usage_type: "metered", meter: first?.recurring?.meter ?? "" },
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: [
      { up_to: 2, unit_amount: 0 },
      { up_to: "inf", unit_amount: 75 },
    ],
  });
  await subscribe(app, person, { ...studio, counted: ["few_calls_monthly"] });
  await page.goto("/account/keys");
  await page.getByLabel("Name of a new key").fill("Laptop");
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = await page.getByText(/^gh_[\w-]{43}$/).innerText();
  const program = await playwright.request.newContext({ baseURL: app.origin });
  for (let calls = 0; calls < 4; calls++) expect(await call(program, key)).toBe(200);
  await page.goto("/account/usage");
  await expect(page.getByText("4 calls", { exact: true })).toBeVisible();
  await expect(page.getByText("$1.50", { exact: true })).toBeVisible();

  await page.goto("/account/cancel");
  await expect(page.getByText("is still billed: $1.50 so far")).toBeVisible();
  await expectInOrder(page);
  await page.getByLabel(/^Now/).check();
  await page.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "What you had used was billed with it" }),
  ).toBeVisible();
  expect(await paymentsOf(app, person)).toEqual([150, 1900]);
  expect(await call(program, key)).toBe(402);
  await page.goto("/account/invoices");
  await expect(page.getByRole("row").filter({ hasText: "$1.50" })).toContainText("Paid");
  await program.dispose();
});

async function call(program: APIRequestContext, key: string): Promise<number> {
  const answer = await program.get("/api/v1/articles/metering", {
    headers: { authorization: `Bearer ${key}` },
  });
  return answer.status();
}
