import { expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { signUp } from "./acts/people";
import { test } from "./support/test";

test("billing details are typed, corrected, and stand at Stripe", async ({ page, app }) => {
  const person = await signUp(page);
  await page.goto("/account");
  await page.getByRole("link", { name: "Billing details" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Reader & Co.");
  await page.getByLabel("Street and number").fill("Lindenhof 4");
  await page.getByLabel("City").fill("Zürich");
  await page.getByRole("button", { name: "Save these details" }).click();
  await expect(page.getByLabel("Country")).toHaveAccessibleDescription("Choose the country of your address.");
  await expect(page.getByLabel("City")).toHaveValue("Zürich");
  await expectInOrder(page);
  await page.getByLabel("Country").selectOption("Switzerland");
  await page.getByRole("button", { name: "Save these details" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your billing details are saved" })).toBeVisible();
  const { data } = await app.account.stripe.customers.list({ email: person.email });
  expect(data[0]).toMatchObject({ name: "Reader & Co.", address: { city: "Zürich", country: "CH" } });
  await page.getByRole("link", { name: "Billing details" }).click();
  await expect(page.getByLabel("Country")).toHaveValue("CH");
});
