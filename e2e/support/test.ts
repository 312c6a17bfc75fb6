import { type BrowserContext, test as base } from "@playwright/test";
import { type Application, startApplication } from "./application";
import { launching } from "./launching";

type OfWorker = {
  app: Application;
  /** What its stories open their pages in, once there is a first. */
  profile: { context?: BrowserContext };
};

/**
 * Playwright's `test` for stories: each worker has an application of its own (`app`), and pages open on it.
 * Stories of one worker share it, so each signs up a person of its own. They share a browser's profile too, like people
 * who use one computer after another: cookies and pages go with each story, and scripts and styles are fetched and compiled
 * once. So nothing is set on `context` that the next story must not find.
 */
export const test = base.extend<object, OfWorker>({
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
  // biome-ignore lint/correctness/noEmptyPattern: see above
  profile: [async ({}, use) => use({}), { scope: "worker" }],
  context: async ({ browser, profile, javaScriptEnabled }, use) => {
    if (!javaScriptEnabled) {
      const plain = await browser.newContext();
      await use(plain);
      await plain.close();
      return;
    }
    profile.context ??= await browser.newContext();
    const { context } = profile;
    await use(context);
    for (const page of context.pages()) await page.close();
    await context.clearCookies();
  },
  baseURL: ({ app }, use) => use(app.origin),
});
