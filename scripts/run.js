import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { joinFiles } from "./support/join-files.js";

// Runs a program as if Node had been given it: node scripts/run.js scripts/sync.ts --full
const [program = ""] = process.argv.splice(2, 1);
// So that the stack of a fault names the files it was written in.
process.setSourceMapsEnabled(true);
const whole = await joinFiles(resolve(program)).catch(tellUnreadable);
if (whole) await import(pathToFileURL(whole).href);

/**
 * Of a file that is no TypeScript, billing.config.ts perhaps, esbuild has said what is wrong with which line of it.
 *
 * @param {unknown} error
 */
function tellUnreadable(error) {
  if (!(error instanceof Error && "errors" in error)) throw error;
  process.exitCode = 1;
}
