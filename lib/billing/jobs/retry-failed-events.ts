import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { retryFailed } from "@/lib/stripe/webhooks/again";
import { receiver } from "../receiver";

/** Takes up the events whose handling failed and whose time to be tried again has come. */
export default job("retry-failed-events", {
  payload: z.object({}),
  async run(_, { signal }) {
    // Some at a time, until none is due: one that fails again isn't for a minute at least.
    while (!signal.aborted && (await retryFailed(receiver)).length > 0);
  },
});
