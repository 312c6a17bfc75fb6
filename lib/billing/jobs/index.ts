import type { Job } from "@/lib/jobs/job";
import catchUpWithEvents from "./catch-up-with-events";
import endSubscriptionsOfCustomer from "./end-subscriptions-of-customer";
import forgetOldEvents from "./forget-old-events";
import purchaseConfirmation from "./purchase-confirmation";
import reconcileMirror from "./reconcile-mirror";
import reportCatalogueDrift from "./report-catalogue-drift";
import retryFailedEvents from "./retry-failed-events";
import syncMirror from "./sync-mirror";

/** Every job a worker knows. A file in this folder that isn't listed here fails a test. */
export const jobs: readonly Job<unknown>[] = [
  catchUpWithEvents,
  endSubscriptionsOfCustomer,
  forgetOldEvents,
  purchaseConfirmation,
  reconcileMirror,
  reportCatalogueDrift,
  retryFailedEvents,
  syncMirror,
];
