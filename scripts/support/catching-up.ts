import { db } from "@/db/client";
import { withDatabase } from "../services/database";
import { Fault, run } from "./fault";
import { Interrupted, onInterruption } from "./interruption";
import { reasonOf } from "./reason";

/**
 * Runs a command that reads long from Stripe into the developer's database. Asked to end, it stops where it can
 * be gone on with: exit code 130. `usage` as `run` takes it. What fails is told without a stack: it is Stripe's or the database's word.
 */
export function runCatchingUp(work: (signal: AbortSignal) => Promise<void>, usage: string): Promise<void> {
  const main = () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      try {
        await work(onInterruption());
      } catch (error) {
        if (!(error instanceof Interrupted))
          throw error instanceof Fault ? error : new Fault(reasonOf(error), { cause: error });
        console.error("\nStopped. The next run goes on from here.");
        process.exitCode = 130;
      } finally {
        await db.$client.end();
      }
    });
  return run(main, usage);
}
