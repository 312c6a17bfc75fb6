import { rmSync } from "node:fs";
import { stopPostmaster } from "../postgres/leftover";
import { type Charge, charge } from "./guard";
import { endGroup } from "./processes";

/** Clears away what was entrusted to a guard, line by line. */
export async function clearAway(lines: readonly string[]): Promise<void> {
  for (const line of lines) await clear(charge.parse(JSON.parse(line)));
}

async function clear(entry: Charge): Promise<void> {
  if ("remove" in entry) rmSync(entry.remove, { recursive: true, force: true });
  else if ("postgres" in entry) await stopPostmaster(entry.postgres);
  else await endGroup(entry.group);
}
