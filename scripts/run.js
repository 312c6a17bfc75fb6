import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { joinFiles } from "./support/join-files.js";

// node scripts/run.js scripts/sync.ts --full: runs the program as if Node had been given it.
// A fault's stack names its own files.
process.setSourceMapsEnabled(true);
const [program = ""] = process.argv.splice(2, 1);
await import(pathToFileURL(await joinFiles(resolve(program))).href);
