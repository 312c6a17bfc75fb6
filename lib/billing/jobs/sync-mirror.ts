import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { AlreadyUnderWay } from "@/lib/stripe/lists/alone";
import { syncMirror } from "@/lib/stripe/sync/sync";

/** Takes in what is new at Stripe, or everything. What fails is gone on with at the next attempt. */
export default job("sync-mirror", {
  payload: z.object({ full: z.boolean() }),
  attempts: 5,
  async run({ full }, { signal }) {
    try {
      const done = await syncMirror({ full, signal });
      const errors = done.flatMap(({ error }) => (error === undefined ? [] : [error]));
      if (errors.length > 0)
        throw new AggregateError(errors, "Not all of Stripe's objects could be taken in.");
    } catch (error) {
      if (!(error instanceof AlreadyUnderWay)) throw error;
    }
  },
});
