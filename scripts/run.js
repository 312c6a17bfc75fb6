import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { joinFiles } from "./support/join-files.js";

// Runs a program as if Node had been given it: node scripts/run.js scripts/sync.ts --full
const [program = ""] = process.argv.splice(2, 1);
// So that the stack of a fault names the files it was written in.
process.setSourceMapsEnabled(true);
const whole = await joinFiles(resolve(program)).catch(tell);
if (whole) await import(pathToFileURL(whole).href);

/**
 * Of a file that is no TypeScript, billing.config.ts perhaps, esbuild has said what is wrong with which line of it.
 *
 * @param {NodeJS.ErrnoException & { errors?: unknown }} error
 */
function tell(error) {
  if (["EACCES", "EPERM", "EROFS"].includes(error.code ?? "")) {
    console.error(`\nCan't write to ${error.path}; does the folder belong to another user?\n`);
  } else if (!error.errors) {
    throw error;
  }
  process.exitCode = 1;
}
