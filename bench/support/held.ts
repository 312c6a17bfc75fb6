import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Megabytes that this process holds on to: what is left in its heap once all that nothing needs is collected. */
export function heldMb(): number {
  if (typeof collect !== "function") throw new TypeError("Node lets nobody collect garbage.");
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
