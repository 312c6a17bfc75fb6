import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { AlreadyUnderWay } from "@/lib/stripe/lists/alone";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { receiver } from "../receiver";

/** Takes in what Stripe's deliveries have lost. The next turn is soon, so a failure isn't tried again before. */
export default job("catch-up-with-events", {
  payload: z.object({}),
  attempts: 1,
  async run(_, { signal }) {
    try {
      const { gap, unreadable } = await catchUp(receiver, { signal });
      if (gap) {
        console.error(
          `Stripe lists no events between ${gap.from.toISOString()} and ${gap.to.toISOString()} any more; run npm run stripe:reconcile -- --fix`,
        );
      }
      if (unreadable.length > 0) console.error(`Events that can't be kept: ${unreadable.join(", ")}`);
    } catch (error) {
      if (!(error instanceof AlreadyUnderWay)) throw error;
    }
  },
});
