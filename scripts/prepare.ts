import { db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { setupCatalogue } from "@/lib/billing/setup-catalogue";
import { env } from "@/lib/env";
import { fillMirror } from "@/lib/stripe/mirror/fill";
import { Fault, run } from "./support/fault";

/**
 * Gets everything ready for the application to be opened: the database's schema and, unless the argument is
 * `migrate`, the catalogue at Stripe and the mirror of what Stripe holds. Run as a process of its own, with
 * the application's environment; every step can be repeated.
 */
await run(async () => {
  const { DATABASE_URL, STRIPE_SECRET_KEY, STRIPE_EMULATOR_URL } = env();
  const stripe = STRIPE_EMULATOR_URL
    ? `the stand-in at ${STRIPE_EMULATOR_URL}`
    : "Stripe (STRIPE_SECRET_KEY)";
  await step("bring the database up to date (DATABASE_URL)", () => migrateDatabase(DATABASE_URL));
  if (process.argv.includes("migrate")) return;
  // What real customers are sold is never changed by the way, only by the command made for it.
  if (!STRIPE_SECRET_KEY.includes("_live_")) {
    await step(`put the catalogue of billing.config.ts into ${stripe}`, setupCatalogue);
  }
  const filled = await step(`copy what ${stripe} holds into the database`, fillMirror);
  for (const { type, error } of filled) {
    // Of a type the stand-in doesn't know it holds nothing.
    if (error && !/^Not implemented/.test(reason(error)))
      console.log(`Not all of Stripe's ${type} objects could be copied: ${reason(error)}`);
  }
  await db.$client.end();
});

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Fault(`Could not ${what}:\n${reason(error)}`);
  }
}

/** A failed query names its cause apart, and a refused connection says nothing but by its parts. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join("\n");
  if (!(error instanceof Error)) return String(error);
  return [error.message.trim(), ...(error.cause ? [reason(error.cause)] : [])].join("\n");
}
