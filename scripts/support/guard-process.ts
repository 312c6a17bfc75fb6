import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { stopPostmaster } from "../postgres/leftover";
import { type Charge, charge } from "./guard";
import { endGroup } from "./processes";

const charges: Charge[] = [];
for await (const line of createInterface({ input: process.stdin }))
  charges.unshift(charge.parse(JSON.parse(line)));
for (const entry of charges) await clear(entry);

async function clear(entry: Charge): Promise<void> {
  if ("remove" in entry) rmSync(entry.remove, { recursive: true, force: true });
  else if ("postgres" in entry) await stopPostmaster(entry.postgres);
  else await endGroup(entry.group);
}
