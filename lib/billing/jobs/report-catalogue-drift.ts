import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { reportCatalogueDrift } from "../catalogue/report-catalogue-drift";

/** Looks whether Stripe still sells what billing.config.ts states; the log says where it doesn't. */
export default job("report-catalogue-drift", {
  payload: z.object({}),
  attempts: 3,
  async run() {
    await reportCatalogueDrift();
  },
});
