import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startGuard } from "@/scripts/support/guard";
import { root } from "@/scripts/support/root";
import { testBuild } from "@/scripts/testing/build";

export type OtherBuild = { folder: string; remove(): void };

/** What a build keeps for the next one, and a server doesn't read. */
const spare = new Set(["cache", "turbopack", "trace", "trace-build", "diagnostics", "types"]);

/**
 * A copy of the build for the stories in which billing.config.ts states something else: a story about a shop that decides
 * otherwise takes a second, where a build of its own would take a minute.
 *
 * @param instead what is said, for what is stated as the build has it, where it isn't made small
 * @throws when the build doesn't state one of those
 */
export function buildThatSays(instead: Readonly<Record<string, string>>): OtherBuild {
  const folder = `${testBuild}-${process.pid}`;
  const [from, to] = [join(root, testBuild), join(root, folder)];
  // Also when the run is stopped.
  startGuard().add({ remove: to });
  for (const name of readdirSync(from).filter((name) => !spare.has(name)))
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  const remove = () => rmSync(to, { recursive: true, force: true });
  for (const [stated, said] of Object.entries(instead)) {
    if (replaceIn(join(to, "server"), stated, said) > 0) continue;
    remove();
    throw new Error(`the build nowhere states ${stated}`);
  }
  return { folder, remove };
}

function replaceIn(folder: string, stated: string, said: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  return files.filter((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    if (text.includes(stated)) writeFileSync(join(folder, name), text.replaceAll(stated, said));
    return text.includes(stated);
  }).length;
}
