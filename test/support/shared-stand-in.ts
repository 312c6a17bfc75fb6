import { startStandIn } from "@/scripts/services/stand-in";
import { startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";

/** Names the address of a run's stand-in for Stripe to its workers. */
const variable = "GATEHOUSE_TEST_STAND_IN";

/**
 * Starts the one stand-in of a test run, which every test or story gets an account of its own of; where one runs already,
 * that is it. A guard ends it when the run is killed.
 *
 * @returns what ends it
 */
export async function startSharedStandIn(): Promise<() => Promise<void>> {
  if (process.env[variable]) return async () => {};
  const port = await anyFreePort();
  const standIn = await startStandIn({ port, guard: startGuard() });
  process.env[variable] = `http://localhost:${port}`;
  return () => standIn.stop();
}

/** The address of the run's stand-in. @throws where the tests weren't begun by their command */
export function sharedStandIn(): string {
  const origin = process.env[variable];
  if (!origin) throw new Error(`${variable} is unset: run the tests by npm test, which starts a stand-in.`);
  return origin;
}
