import { BILLING_JOBS } from "./billing/jobs";
import type { JobRegistry } from "./core/jobs";
import { expireWhenOpen } from "./resources/checkout/sessions";
import { verifyTaxId } from "./resources/tax-ids/new-tax-id";
import { TEST_CLOCK_JOBS } from "./resources/test-clocks/jobs";

/** What time alone brings about, by the name of the job. */
export const JOBS: JobRegistry = {
  ...BILLING_JOBS,
  ...TEST_CLOCK_JOBS,
  "checkout.expire": expireWhenOpen,
  "tax_id.verify": verifyTaxId,
};
