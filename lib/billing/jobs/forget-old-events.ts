import { z } from "zod";
import { db } from "@/db/client";
import { forgetKeys } from "@/lib/jobs/forget-keys";
import { job } from "@/lib/jobs/job";
import { pruneLedger } from "@/lib/stripe/webhooks/again";

/** Keeps the ledger, and what is remembered of jobs done, from growing for ever. */
export default job("forget-old-events", {
  payload: z.object({ days: z.number().min(30) }),
  async run({ days }) {
    await pruneLedger(days);
    await forgetKeys(db, days);
  },
});
