import { startGuard } from "@/scripts/support/guard";
import { buildForTests, builtVariable } from "@/scripts/testing/build";
import { startTestPostgres } from "@/test/support/postgres";
import { startSharedStandIn } from "@/test/support/shared-stand-in";

/**
 * Once for a run: builds the application beside the developer's own where that isn't done, and starts one PostgreSQL and one
 * stand-in, which every worker gets a database and an account of.
 *
 * @returns what ends them
 */
export default async function setup(): Promise<() => Promise<void>> {
  const [stopPostgres, stopStandIn] = await Promise.all([
    startTestPostgres(),
    startSharedStandIn(),
    ...(process.env[builtVariable] ? [] : [buildForTests(startGuard())]),
  ]);
  return async () => {
    await Promise.all([stopPostgres(), stopStandIn()]);
  };
}
