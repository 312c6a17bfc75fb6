import { db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { reportCatalogueDrift } from "@/lib/billing/catalogue/report-catalogue-drift";
import { setupCatalogue } from "@/lib/billing/catalogue/setup-catalogue";
import { env } from "@/lib/env";
import { isLiveKey } from "@/lib/stripe/client";
import { AlreadyUnderWay } from "@/lib/stripe/lists/alone";
import { type Synced, syncMirror } from "@/lib/stripe/sync/sync";
import { Fault, run } from "./support/fault";
import { reasonOf } from "./support/reason";

/**
 * Gets everything ready for the application to be opened: the database's schema and, unless the argument is
 * `migrate`, the catalogue at Stripe and the mirror of what Stripe holds. Run as a process of its own, with
 * the application's environment; every step can be repeated.
 */
await run(() => prepare().finally(() => db.$client.end()));

async function prepare(): Promise<void> {
  const { DATABASE_URL, STRIPE_EMULATOR_URL } = env();
  const stripe = STRIPE_EMULATOR_URL
    ? `the stand-in at ${STRIPE_EMULATOR_URL}`
    : "Stripe (STRIPE_SECRET_KEY)";
  await step("bring the database up to date (DATABASE_URL)", () => migrateDatabase(DATABASE_URL));
  if (process.argv.includes("migrate")) return;
  // What real customers are sold is never changed by the way, only by the command made for it.
  if (isLiveKey()) await step(`compare billing.config.ts with ${stripe}`, reportCatalogueDrift);
  else await step(`put the catalogue of billing.config.ts into ${stripe}`, setupCatalogue);
  const synced = await step(`copy what ${stripe} holds into the database`, () =>
    copy(STRIPE_EMULATOR_URL !== undefined),
  );
  for (const { type, state, error } of synced) {
    if (state === "failed")
      console.log(`Not all of Stripe's ${type} objects could be copied: ${reasonOf(error)}`);
  }
}

/** @param full read what is known already, too: from the stand-in it costs nothing */
async function copy(full: boolean): Promise<Synced[]> {
  try {
    return await syncMirror({ full });
  } catch (error) {
    // The application does it, by the clock, at this very moment.
    if (error instanceof AlreadyUnderWay) return [];
    throw error;
  }
}

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Fault(`Could not ${what}:\n${reasonOf(error)}`);
  }
}
