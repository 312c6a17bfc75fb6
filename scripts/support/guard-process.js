import { createInterface } from "node:readline";

// Plain JavaScript, so that it costs next to nothing while it waits; the rest is loaded when there is something to do.
/** @type {string[]} */
const lines = [];
for await (const line of createInterface({ input: process.stdin })) lines.unshift(line);
if (lines.length > 0) {
  const { register } = await import("tsx/esm/api");
  register();
  const { clearAway } = await import("./clear-away.ts");
  await clearAway(lines);
}
