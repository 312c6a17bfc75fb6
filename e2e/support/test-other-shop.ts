import { type Application, startApplication } from "./application";
import { buildThatSays } from "./build-that-says";
import { newAccount } from "./stand-in";
import { test as base } from "./test";

/**
 * `test` for stories of a shop that decides otherwise than billing.config.ts: a trial asks for a card first, 20 % of tax are
 * added, and people are sent to Stripe's page to pay, unless the checkout's link says `on=here`.
 */
export const test = base.extend<object, { app: Application }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: see test.ts
    async ({}, use) => {
      const account = newAccount();
      const tax = { display_name: "VAT", percentage: 20, inclusive: false };
      const rate = await account.stripe.taxRates.create(tax);
      const build = buildThatSays({
        'card: "optional"': 'card: "required"',
        "graceDays: 7": `tax: { rates: ["${rate.id}"] }, checkout: "stripe", graceDays: 7`,
      });
      const app = await startApplication({ account, build: build.folder });
      await use(app);
      await app.stop();
      build.remove();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});
