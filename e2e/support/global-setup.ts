import { startStandIn } from "@/scripts/services/stand-in";
import { startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";
import { startTestPostgres } from "@/test/support/postgres";
import { buildForTests } from "./build";
import { standInVariable } from "./stand-in";

/**
 * Once for a run: builds the application beside the developer's own, and starts one PostgreSQL and one
 * stand-in, which every worker gets a database and an account of.
 *
 * @returns what ends them
 */
export default async function setup(): Promise<() => Promise<void>> {
  const guard = startGuard();
  const port = await anyFreePort();
  const [stopPostgres, standIn] = await Promise.all([
    startTestPostgres(),
    startStandIn({ port, guard }),
    buildForTests(guard),
  ]);
  process.env[standInVariable] = `http://localhost:${port}`;
  return async () => {
    await Promise.all([stopPostgres(), standIn.stop()]);
  };
}
