import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { doubledCustomers } from "../queries/second-subscriptions";

/** Says in the log who pays for more than one subscription: it was made by hand, and somebody has to say which one stays. */
export default job("report-second-subscriptions", {
  payload: z.object({}),
  attempts: 3,
  async run() {
    for (const { customer, subscriptions } of await doubledCustomers()) {
      console.error(`${customer} has ${subscriptions.length} subscriptions: ${subscriptions.join(", ")}`);
    }
  },
});
