import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { endTrial } from "../trials/end-trial";

/** Ends a trial whose card has been tried with before. */
export default job("end-repeated-trial", {
  payload: z.object({ subscription: z.string() }),
  run: ({ subscription }) => endTrial(subscription, "card"),
});
