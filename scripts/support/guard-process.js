import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

// Plain JavaScript, so that it costs next to nothing; the rest, which takes a second to load, is loaded only where something is left.
/** @type {string[]} */
const lines = [];
for await (const line of createInterface({ input: process.stdin })) lines.unshift(line);
if (lines.some((line) => isLeft(JSON.parse(line)))) {
  const { register } = await import("tsx/esm/api");
  register();
  const { clearAway } = await import("./clear-away.ts");
  await clearAway(lines);
}

/**
 * Who ends in order has cleared away already.
 *
 * @param {{ group?: number, postgres?: string, remove?: string }} entry
 */
function isLeft({ group, postgres, remove }) {
  if (group) return isAlive(group);
  return existsSync(remove ?? join(postgres ?? "", "postmaster.pid"));
}

/** @param {number} group */
function isAlive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
