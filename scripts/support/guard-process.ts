import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { type Charge, charge } from "./guard";
import { end, isAlive } from "./processes";

const charges: Charge[] = [];
for await (const line of createInterface({ input: process.stdin }))
  charges.unshift(charge.parse(JSON.parse(line)));
for (const entry of charges) await clear(entry);

async function clear(entry: Charge): Promise<void> {
  if ("remove" in entry) rmSync(entry.remove, { recursive: true, force: true });
  else if (isAlive(entry.end)) await end(entry.end, { polite: entry.polite, group: entry.group });
}
