import type { Job } from "@/lib/jobs/job";
import forgetOldEvents from "./forget-old-events";
import purchaseConfirmation from "./purchase-confirmation";
import retryFailedEvents from "./retry-failed-events";

/** Every job a worker knows. A file in this folder that isn't listed here fails a test. */
export const jobs: readonly Job<unknown>[] = [forgetOldEvents, purchaseConfirmation, retryFailedEvents];
