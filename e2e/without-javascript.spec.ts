import { expect } from "@playwright/test";
import { signUp, signUpHere, somebody } from "./acts/people";
import { essay, expectClosed } from "./acts/reading";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test.describe("before any script has arrived", () => {
  test.use({ javaScriptEnabled: false });

  test("plans can be compared, an account made and faults corrected", async ({ page }) => {
    await page.goto(essay.path);
    await expectClosed(page);
    await page.getByRole("link", { name: "See the plans" }).click();
    await page.getByRole("link", { name: "By the year" }).click();
    await expect(page.getByText("$90.00")).toBeVisible();
    await page.getByRole("link", { name: "Choose Reader" }).click();
    await page.getByRole("link", { name: "Sign up" }).click();
    await page.getByLabel("Your name").fill("Ada");
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription(/Enter your e-mail address/);
    await expect(page.getByLabel("Your name")).toHaveValue("Ada");
    await signUpHere(page, somebody());
    await expect(page.getByRole("heading", { level: 1, name: "Subscribe to Reader" })).toBeVisible();
    await expect(
      page.getByRole("paragraph").filter({ hasText: "Paying here needs JavaScript" }),
    ).toBeVisible();
  });
});

test("a subscription is cancelled and kept without a script", async ({
  page,
  app,
  context,
  browser,
  baseURL,
}) => {
  await subscribe(app, await signUp(page));
  const plain = await browser.newPage({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    ...(baseURL && { baseURL }),
  });
  await plain.goto("/account");
  await plain.getByRole("link", { name: "Cancel my subscription" }).click();
  await plain.getByRole("button", { name: "Cancel my subscription" }).click();
  await expect(plain.getByText(/It ends on/)).toBeVisible();
  await plain.getByRole("button", { name: "Keep my subscription" }).click();
  await expect(plain.getByText(/It renews on/)).toBeVisible();
});
