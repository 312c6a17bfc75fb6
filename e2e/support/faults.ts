import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

/** axe as it is shipped: the smaller of its two files, for it is read anew by every page. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What WCAG asks, for pages that aren't all of a site: https://www.deque.com/axe/core-documentation/api-documentation/#axecore-tags */
export const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What differs between light and dark. */
export const colours = ["color-contrast", "link-in-text-block"];

/** The frames of a page answer to it wherever they come from. */
const heard = 'axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] })';

/**
 * What axe finds fault with in a page and its frames, each with the elements it is about. It is given to a page once, however
 * often it is asked, and only the faults come back: both take longer than the looking.
 *
 * @param options what axe is asked; `iframes: false` leaves the frames out
 */
export async function faultsOf(page: Page, options: RunOptions = {}): Promise<[string, string[]][]> {
  const frames = options.iframes === false ? [page.mainFrame()] : page.frames();
  await Promise.all(frames.map(give));
  return page.evaluate(
    async (asked) => {
      const { violations } = await window.axe.run(asked);
      return violations.map(({ id, nodes }): [string, string[]] => [id, nodes.map(({ html }) => html)]);
    },
    { resultTypes: ["violations"], preload: false, ...options } satisfies RunOptions,
  );
}

async function give(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(`${source};${heard}`);
}

declare global {
  interface Window {
    axe: { run(options: RunOptions): Promise<AxeResults> };
  }
}
