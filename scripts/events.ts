import { db } from "@/db/client";
import { handlers } from "@/lib/billing/on";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { withDatabase } from "./services/database";
import { run } from "./support/fault";

/** `npm run stripe:events`: takes in the events that Stripe has and no delivery has brought. */
await run(() =>
  withDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    const { read, processed, failed } = await catchUp({ handlers }).finally(() => db.$client.end());
    console.log(`${read} events read, ${processed} were missing and are taken in, ${failed} failed.`);
    if (failed > 0) process.exitCode = 1;
  }),
);
