import { expect } from "@playwright/test";
import { test } from "./support/test";

test("a plan renamed in Stripe's dashboard has its new name on the pricing page", async ({
  page,
  app: { account },
}) => {
  const { data: products } = await account.stripe.products.list({ active: true });
  const studio = products.find(({ name }) => name === "Studio");
  if (!studio) throw new Error("Studio isn't for sale");
  await account.stripe.products.update(studio.id, { name: "Atelier" });
  await account.deliver();
  await page.goto("/pricing");
  await expect(page.getByRole("heading", { name: "Atelier" })).toBeVisible();

  await account.stripe.products.update(studio.id, { name: "Studio" });
  await account.deliver();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Studio" })).toBeVisible();
});
