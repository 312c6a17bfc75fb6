import { expect } from "@playwright/test";
import { signUp } from "./acts/people";
import { test } from "./support/test";

test("a plan is tried for its free days without a card, for as many seats as asked for", async ({
  page,
  app: { account },
}) => {
  const { email } = await signUp(page);
  await page.goto("/pricing");
  await expect(page.getByText(/14 days free, then \$49\.00 a month from/)).toBeVisible();
  await page.getByRole("link", { name: "Try Team" }).click();
  await page.getByLabel("Seats").fill("51");
  await page.getByRole("button", { name: "Update the order" }).click();
  await expect(page.getByText("This plan has at most 50 seats.")).toBeVisible();
  await page.getByLabel("Seats").fill("3");
  await page.getByRole("button", { name: "Update the order" }).click();
  await expect(page.getByText(/14 days free, then \$147\.00 a month from/).last()).toBeVisible();
  await page.getByRole("button", { name: "Begin 14 days free" }).click();
  await expect(page.getByRole("heading", { name: "Team is yours" })).toBeVisible();
  await expect(page.getByText(/Your free days run until/)).toBeVisible();

  const { data: customers } = await account.stripe.customers.list({ email });
  const { data } = await account.stripe.subscriptions.list({ customer: customers[0]?.id ?? "" });
  expect(data.map(({ status }) => status)).toEqual(["trialing"]);
  expect(data[0]?.items.data.map(({ quantity }) => quantity)).toContain(3);
  await page.goto("/pricing");
  await expect(page.getByText(/14 days free/)).toHaveCount(0);
});
