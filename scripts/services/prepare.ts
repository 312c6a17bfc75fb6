import { join } from "node:path";
import { Fault } from "../support/fault";
import type { Guard } from "../support/guard";
import { programArguments } from "../support/program";
import { root } from "../support/root";
import { startService } from "../support/service";

type Options = {
  env: Readonly<Record<string, string | undefined>>;
  guard: Guard;
  /** Only the database's schema. */
  migrateOnly?: boolean;
};

/**
 * Runs `scripts/prepare.ts` in a process of its own: the application's code reads its environment once.
 *
 * @returns what it found worth telling, a line each
 * @throws Fault with what it said when a step fails
 */
export async function prepare({ env, guard, migrateOnly = false }: Options): Promise<string[]> {
  const args = [
    ...(await programArguments(join(root, "scripts/prepare.ts"))),
    migrateOnly ? "migrate" : "all",
  ];
  const service = startService({ name: "The preparation", args, env, guard });
  const code = await service.ended;
  if (code !== 0) throw new Fault(service.said());
  return service.said().split("\n").filter(Boolean);
}
