import { type Application, startApplication } from "./application";
import { newAccount } from "./stand-in";
import { createStoppableDatabase, type StoppableDatabase } from "./stoppable-database";
import { test as base } from "./test";
import { openWayToStripe, type WayToStripe } from "./way-to-stripe";

type Apart = {
  database: StoppableDatabase;
  stripe: WayToStripe;
  app: Application;
  /** Moves the clock of Stripe's stand-in, with all that is due on the way, and has every event delivered. */
  pass: (days: number) => Promise<void>;
};

/**
 * `test` for stories that everybody of an application would feel: days go by, or the database or Stripe is away or slow. They
 * have an application and an account apart from all other stories, and follow each other there, in one worker. A
 * story that ends with either still away has failed, and its worker goes with it.
 */
export const test = base.extend<{ over: undefined }, Apart>({
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
  pass: [({ app }, use) => use((days) => letTimePass(app, days)), { scope: "worker" }],
  over: [
    async ({ app }, use, story) => {
      await use(undefined);
      if (story.status === story.expectedStatus) await endPlans(app);
    },
    { auto: true },
  ],
});

/** Ends what a story leaves running: each day that passes in the next would go by for its people, too, with every renewal. */
async function endPlans({ account: { stripe } }: Application): Promise<void> {
  for await (const { id, status } of stripe.subscriptions.list({ limit: 100 }))
    if (status !== "incomplete_expired") await stripe.subscriptions.cancel(id);
}

async function letTimePass({ account }: Application, days: number): Promise<void> {
  const answer = await fetch(`${account.origin}/_emulator/clock/advance`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.secretKey}`, "content-type": "application/json" },
    body: JSON.stringify({ seconds: days * 86_400 }),
  });
  if (!answer.ok) throw new Error(`the stand-in's clock could not be moved: ${await answer.text()}`);
  await account.deliver();
}
