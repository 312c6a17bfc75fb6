import { join } from "node:path";
import type { Guard } from "../support/guard";
import { programArguments } from "../support/program";
import { root } from "../support/root";
import { type Service, startService } from "../support/service";

type Options = { env: Readonly<Record<string, string | undefined>>; guard: Guard };

/** Starts a worker for the jobs, which needs no compiling by Next then. */
export async function startWorker({ env, guard }: Options): Promise<Service> {
  const args = [...(await programArguments(join(root, "scripts/worker.ts"))), "beside"];
  return startService({ name: "The worker", args, env, guard });
}
