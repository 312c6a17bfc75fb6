import type { Browser } from "@playwright/test";

/**
 * Starts a browser, a second time where it ends before it is there: now and then Chromium breaks its own start off (SIGSEGV).
 *
 * @throws what the second start throws
 */
export function launching(launch: () => Promise<Browser>): Promise<Browser> {
  return launch().catch(launch);
}
