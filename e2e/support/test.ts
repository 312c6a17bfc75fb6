import { test as base } from "@playwright/test";
import { type Application, startApplication } from "./application";
import { launching } from "./launching";

/**
 * Playwright's `test` for stories: each worker has an application of its own (`app`), and pages open on it.
 * Stories of one worker share it, so each signs up a person of its own.
 */
export const test = base.extend<object, { app: Application }>({
  browser: [
    async ({ playwright }, use) => {
      const browser = await launching(() => playwright.chromium.launch());
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  app: [
    // Playwright reads the parameters' names, and wants an object pattern even for none.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const application = await startApplication();
      await use(application);
      await application.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ app }, use) => use(app.origin),
});
