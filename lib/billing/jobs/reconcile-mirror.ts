import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { AlreadyUnderWay } from "@/lib/stripe/lists/alone";
import { type Reconciled, reconcile } from "@/lib/stripe/reconcile/reconcile";

/** Compares the mirror with Stripe and puts right what differs; the log says what it was. */
export default job("reconcile-mirror", {
  payload: z.object({ fix: z.boolean() }),
  attempts: 3,
  async run({ fix }, { signal }) {
    try {
      const found = await reconcile({ fix, signal });
      for (const one of found) tell(one);
      const errors = found.flatMap(({ error }) => (error === undefined ? [] : [error]));
      if (errors.length > 0)
        throw new AggregateError(errors, "Not everything could be compared with Stripe.");
    } catch (error) {
      if (!(error instanceof AlreadyUnderWay)) throw error;
    }
  },
});

function tell({ type, drift, repaired }: Reconciled): void {
  for (const [kind, { count, ids }] of Object.entries(drift)) {
    if (count > 0)
      console.warn(`${type}: ${count} ${kind}${repaired ? ", repaired" : ""}: ${ids.join(", ")}`);
  }
}
