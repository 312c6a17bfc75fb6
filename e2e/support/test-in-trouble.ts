import { type Application, startApplication } from "./application";
import { newAccount } from "./stand-in";
import { createStoppableDatabase, type StoppableDatabase } from "./stoppable-database";
import { test as base } from "./test";
import { openWayToStripe, type WayToStripe } from "./way-to-stripe";

type Trouble = { database: StoppableDatabase; stripe: WayToStripe; app: Application };

/**
 * `test` for stories in which the database or Stripe is away or slow: their workers, and with them their applications, are
 * apart from all others. A story that ends with either still away has failed, and its worker goes with it.
 */
export const test = base.extend<object, Trouble>({
  // Playwright reads the parameters' names, and wants an object pattern even for none.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  database: [async ({}, use) => use(await createStoppableDatabase()), { scope: "worker" }],
  stripe: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const stripe = await openWayToStripe();
      await use(stripe);
      await stripe.stop();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ database, stripe }, use) => {
      const app = await startApplication({ database, account: newAccount(stripe.origin) });
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});
