import { expect } from "@playwright/test";
import { essay } from "./acts/reading";
import { test } from "./support/test";

test("with nothing for sale every page still works and says so", async ({ page, app: { account } }) => {
  const { data: products } = await account.stripe.products.list({ active: true });
  for (const { id } of products) await account.stripe.products.update(id, { active: false });
  await account.deliver();

  await page.goto("/pricing");
  await expect(page.getByText("Nothing is for sale at the moment")).toBeVisible();
  await page.goto("/pricing?interval=year");
  await expect(page.getByText("Nothing is for sale at the moment")).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(essay.path);
  await expect(page.getByRole("heading", { name: "The rest isn't for sale at the moment" })).toBeVisible();

  for (const { id } of products) await account.stripe.products.update(id, { active: true });
  await account.deliver();
  await page.goto("/pricing");
  await expect(page.getByRole("link", { name: "Choose Reader" })).toBeVisible();
});
