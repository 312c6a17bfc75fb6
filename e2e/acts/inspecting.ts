import { expect, type Page } from "@playwright/test";
import { colours, faultsOf } from "../support/faults";

/** One `h1`, nothing that axe finds fault with, in light and in dark, and no sideways scrolling at 320 px. */
export async function expectInOrder(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  // Its words are there before its styles, though nobody sees them until then.
  await page.waitForLoadState();
  // A colour on its way from light to dark is neither.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  // A page that follows another by a link has no title for a moment: it is streamed behind its words.
  await expect.poll(() => faultsOf(page), { message: `${page.url()} in light` }).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  // The card's frame lets the dark page shine through, which axe takes for white.
  expect(await faultsOf(page, { iframes: false, runOnly: colours }), `${page.url()} in dark`).toEqual([]);
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
