import { addressConfirmationJob } from "@/lib/auth/confirmation/job";
import { passwordChangedJob } from "@/lib/auth/new-password/changed-job";
import { newPasswordJob } from "@/lib/auth/new-password/job";
import type { Job } from "@/lib/jobs/job";
import billWithdrawnUse from "./bill-withdrawn-use";
import cardExpiring from "./card-expiring";
import catchUpWithEvents from "./catch-up-with-events";
import endRepeatedTrial from "./end-repeated-trial";
import endSubscriptionsOfCustomer from "./end-subscriptions-of-customer";
import forgetOldEvents from "./forget-old-events";
import itemConfirmation from "./item-confirmation";
import keepHostedTrial from "./keep-hosted-trial";
import lookForExpiringCards from "./look-for-expiring-cards";
import paymentAuthentication from "./payment-authentication";
import paymentFailed from "./payment-failed";
import purchaseConfirmation from "./purchase-confirmation";
import reconcileMirror from "./reconcile-mirror";
import refundFailed from "./refund-failed";
import refundMade from "./refund-made";
import renewalReceipt from "./renewal-receipt";
import renewalUnpaid from "./renewal-unpaid";
import reportCatalogueDrift from "./report-catalogue-drift";
import reportSecondSubscriptions from "./report-second-subscriptions";
import reportUsage from "./report-usage";
import retryFailedEvents from "./retry-failed-events";
import subscriptionCanceled from "./subscription-canceled";
import subscriptionEnded from "./subscription-ended";
import syncMirror from "./sync-mirror";
import trialEnding from "./trial-ending";

/** Every job a worker knows. A file in this folder that isn't listed here fails a test. */
export const jobs: readonly Job<unknown>[] = [
  addressConfirmationJob,
  billWithdrawnUse,
  cardExpiring,
  catchUpWithEvents,
  endRepeatedTrial,
  endSubscriptionsOfCustomer,
  forgetOldEvents,
  keepHostedTrial,
  lookForExpiringCards,
  newPasswordJob,
  passwordChangedJob,
  paymentAuthentication,
  paymentFailed,
  itemConfirmation,
  purchaseConfirmation,
  reconcileMirror,
  refundFailed,
  refundMade,
  renewalReceipt,
  renewalUnpaid,
  reportCatalogueDrift,
  reportSecondSubscriptions,
  reportUsage,
  retryFailedEvents,
  subscriptionCanceled,
  subscriptionEnded,
  syncMirror,
  trialEnding,
];
