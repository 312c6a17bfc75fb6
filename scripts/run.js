import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { joinFiles } from "./support/join-files.js";

// Runs a program as if Node had been given it: node scripts/run.js scripts/sync.ts --full
const [program = ""] = process.argv.splice(2, 1);
// So that the stack of a fault names the files it was written in.
process.setSourceMapsEnabled(true);
await import(pathToFileURL(await joinFiles(resolve(program))).href);
