import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { billWithdrawnUse } from "../invoices/bill-withdrawn-use";

/** Bills what was used before a plan began to rest, since the invoice that would have was withdrawn. */
export default job("bill-withdrawn-use", {
  payload: z.object({ invoice: z.string() }),
  run: ({ invoice }) => billWithdrawnUse(invoice),
});
