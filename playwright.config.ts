import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./e2e/support/browser";

/**
 * What runs side by side, the longest first. Each has one worker, and with it one application and one browser: to start
 * another takes longer than most stories.
 */
const lanes = [
  { name: "apart", testMatch: "apart/*.spec.ts" },
  { name: "stories", testMatch: "*.spec.ts", testIgnore: ["apart/**", "other-shop/**"] },
  { name: "other shop", testMatch: "other-shop/*.spec.ts" },
];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  projects: lanes.map((lane) => ({ ...lane, workers: 1 })),
  forbidOnly: Boolean(process.env.CI),
  timeout: 300_000,
  expect: { timeout: 40_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-US",
    timezoneId: "UTC",
    // Every step would be filmed, for the one that fails: `npm run test:e2e -- e2e/cards.spec.ts --trace on` does.
    trace: "off",
    launchOptions: await findBrowser(),
  },
});
