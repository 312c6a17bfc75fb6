import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
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
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });
}

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

/** What the browser holds against a page: a script that threw, anything its policy refused. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const missing = message.text().includes("404 (Not Found)");
    if (message.type() === "error" && !missing) complaints.push(message.text());
  });
  return complaints;
}
