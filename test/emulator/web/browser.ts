import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "@/e2e/support/browser";
import { launching } from "@/e2e/support/launching";

let launched: Promise<Browser> | undefined;

/** The one browser of a process that runs many files of tests, each in contexts of its own; it ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= findBrowser().then((options) => launching(() => chromium.launch(options)));
  return launched;
}
