import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { reportUsage } from "../usage/report-usage";

/** Tells Stripe what was used. The next turn is soon, so a failure isn't tried again before. */
export default job("report-usage", {
  payload: z.object({}),
  attempts: 1,
  async run(_, { signal }) {
    const { waiting } = await reportUsage({ signal });
    if (waiting > 0)
      console.error(`${waiting} reports of usage are refused by Stripe (usage_batches.refusal).`);
  },
});
