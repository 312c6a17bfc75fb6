import { db } from "@/db/client";
import { env } from "@/lib/env";
import { withDatabase } from "../services/database";
import { expectStandIn } from "../services/stand-in";
import { Fault, run } from "./fault";
import { Interrupted, onInterruption } from "./interruption";
import { reasonOf } from "./reason";

/**
 * Runs a command that reads long from Stripe into the developer's database. Asked to end, it stops where that does no harm:
 * exit code 130. What fails is told without a stack: it is Stripe's or the database's word.
 *
 * @param usage as `run` takes it
 * @param next what the next run does after one that was stopped
 */
export function runCatchingUp(
  { usage, next = "The next run goes on from here." }: { usage: string; next?: string },
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const main = () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      try {
        await expectStandIn(env().STRIPE_EMULATOR_URL);
        await work(onInterruption());
      } catch (error) {
        if (!(error instanceof Interrupted))
          throw error instanceof Fault ? error : new Fault(reasonOf(error), { cause: error });
        console.error(`\nStopped. ${next}`);
        process.exitCode = 130;
      } finally {
        await db.$client.end();
      }
    });
  return run(main, usage);
}
