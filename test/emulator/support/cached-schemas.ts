import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type ObjectSchemas, objectSchemas } from "./object-schemas";

const FOLDER = fileURLToPath(new URL("../../../node_modules/.cache/stripe-schemas/", import.meta.url));
const STALE_LOCK_MILLISECONDS = 60_000;

/** The schemas, made once for the installed SDK and kept beside the packages; test files that need them at the same time wait for one. */
export async function cachedSchemas(): Promise<ObjectSchemas> {
  const version = readFileSync(
    new URL("../../../node_modules/stripe/VERSION", import.meta.url),
    "utf8",
  ).trim();
  const own = new URL("object-schemas.ts", import.meta.url);
  const file = `${FOLDER}${version}-${Math.floor(statSync(own).mtimeMs)}.json`;
  mkdirSync(FOLDER, { recursive: true });
  for (;;) {
    const present = read(file);
    if (present !== null) return present;
    if (lock(`${file}.lock`)) {
      try {
        const next = `${file}.${process.pid}`;
        writeFileSync(next, JSON.stringify(objectSchemas()));
        renameSync(next, file);
      } finally {
        // Somebody may have taken it for left behind, on a machine that was busy for so long.
        rmSync(`${file}.lock`, { recursive: true, force: true });
      }
    } else {
      await wait(100);
    }
  }
}

function read(file: string): ObjectSchemas | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function lock(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    try {
      if (Date.now() - statSync(folder).mtimeMs > STALE_LOCK_MILLISECONDS) rmdirSync(folder);
    } catch {
      // Released by its owner in the meantime.
    }
    return false;
  }
}
