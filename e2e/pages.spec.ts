import { expect } from "@playwright/test";
import { expectInOrder, listenForComplaints } from "./acts/inspecting";
import { test } from "./support/test";

const paths = [
  "/",
  "/pricing",
  "/library",
  "/library/cancelling-kindly",
  "/library/proration-by-hand",
  "/sign-in",
  "/sign-up",
  "/nothing-here",
];

for (const path of paths) {
  test(`${path} is in order for every reader, in light and dark, wide and narrow`, async ({ page }) => {
    const complaints = listenForComplaints(page);
    await page.goto(path);
    await expectInOrder(page);
    expect(complaints).toEqual([]);
  });
}

test("an address that can't be decoded is answered like any that isn't there", async ({ request }) => {
  const answer = await request.get("/library/%E0%A4%A");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("Nothing behind this door");
});

test.describe("before any script arrives", () => {
  test.use({ javaScriptEnabled: false });

  test("plans can be compared by month and year, and led on to the checkout", async ({ page }) => {
    await page.goto("/pricing");
    await expect(page.getByText("$9.00")).toBeVisible();
    await page.getByRole("link", { name: "By the year" }).click();
    await expect(page.getByText("$90.00")).toBeVisible();
    const choose = page.getByRole("link", { name: "Choose Reader" });
    await expect(choose).toHaveAttribute("href", "/checkout?price=reader_yearly");
  });

  test("light or dark is chosen by a form, and comes back with the page", async ({ page }) => {
    await page.goto("/library");
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.goto("/pricing");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.getByRole("button", { name: "System" }).click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  });
});

test("a keyboard skips the navigation, and its focus can be seen", async ({ page }) => {
  await page.goto("/library");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  const first = page.getByRole("main").getByRole("link").first();
  await expect(first).toBeFocused();
  await expect(first).toHaveCSS("outline-style", "solid");
});
