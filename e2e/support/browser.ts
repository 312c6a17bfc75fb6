import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { type Browser, unpackBrowser } from "./unpacked-browser";

const installed = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Flags that keep a browser from talking to anybody but the pages under test. */
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** Pages live for seconds: threads that compile and clear up for them beside their own take an eighth more than they save. */
const frugal = ["--js-flags=--single-threaded"];

/**
 * Finds a Chromium for the stories: CHROMIUM_PATH, Playwright's own, one that is installed, the one that
 * came with `npm ci` (Linux on x64).
 *
 * @returns Playwright's launch options
 * @throws with the command that installs one
 */
export async function findBrowser() {
  const browser = given() ?? (await unpackBrowser());
  if (!browser)
    throw new Error("No Chromium was found for the browser tests. Run: npx playwright install chromium");
  // Chromium's own sandbox can't be set up by root, which is who runs tests in most containers.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return { ...browser, args: [...quiet, ...frugal, ...sandbox] };
}

function given(): Browser | undefined {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...installed];
  const executablePath = candidates.find((path) => path && existsSync(path));
  return executablePath ? { executablePath, env: {} } : undefined;
}
