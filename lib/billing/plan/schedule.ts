import { at, type Scheduled } from "@/lib/jobs/scheduled";
import catchUpWithEvents from "../jobs/catch-up-with-events";
import forgetOldEvents from "../jobs/forget-old-events";
import lookForExpiringCards from "../jobs/look-for-expiring-cards";
import reconcileMirror from "../jobs/reconcile-mirror";
import reportCatalogueDrift from "../jobs/report-catalogue-drift";
import reportSecondSubscriptions from "../jobs/report-second-subscriptions";
import reportUsage from "../jobs/report-usage";
import retryFailedEvents from "../jobs/retry-failed-events";
import syncMirror from "../jobs/sync-mirror";

/** What is done by the clock, in UTC: minute, hour, day, month, weekday. */
export const schedule: readonly Scheduled[] = [
  at("* * * * *", retryFailedEvents, {}),
  at("* * * * *", reportUsage, {}),
  at("*/5 * * * *", catchUpWithEvents, {}),
  at("37 1 * * *", syncMirror, { full: false }),
  at("37 2 * * *", reconcileMirror, { fix: true }),
  at("57 2 * * *", reportCatalogueDrift, {}),
  at("41 9 * * *", lookForExpiringCards, {}),
  at("7 * * * *", reportSecondSubscriptions, {}),
  at("17 3 * * *", forgetOldEvents, { days: 90 }),
];
