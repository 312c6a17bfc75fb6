import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** One `h1`, nothing that axe finds fault with, in light and in dark, and no sideways scrolling at 320 px. */
export async function expectInOrder(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  for (const colorScheme of ["light", "dark"] as const) {
    // A colour on its way from light to dark is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page });
    // The card's frame lets the dark page shine through, which axe takes for white.
    // Otherwise it is the same page but for its colours.
    if (colorScheme === "dark") axe.exclude("iframe").withRules(["color-contrast", "link-in-text-block"]);
    // The mode for pages without frames opens no second page for each result.
    if (colorScheme === "dark" || page.frames().length === 1) axe.setLegacyMode();
    const { violations } = await axe.analyze();
    const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    expect(faults, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** What the browser holds against a page from now on: a script that threw, anything its policy refused. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const missing = message.text().includes("404 (Not Found)");
    if (message.type() === "error" && !missing) complaints.push(message.text());
  });
  return complaints;
}
