import type { JobRegistry } from "../core/jobs";
import { bookLater } from "../payments/book-later";
import { missDispute, resolveDispute } from "../payments/settle-dispute";
import { settleRefund } from "../payments/settle-refund";
import { expireCoupon } from "./discounts/coupon";
import { endDiscount } from "./discounts/end";
import { expirePromotion } from "./discounts/promotion";
import { advanceInvoice, retryInvoice } from "./invoices/advance";
import { announceScheduleEnd } from "./schedules/announce-end";
import { beginSchedule } from "./schedules/start";
import { announceTrialEnd, passBoundary } from "./subscriptions/boundary";
import { expireSubscription } from "./subscriptions/expire";
import { resumeCollection } from "./subscriptions/resume-collection";

/** What time alone brings about for payments and subscriptions. */
export const BILLING_JOBS: JobRegistry = {
  "charge.book": bookLater,
  "coupon.expire": expireCoupon,
  "dispute.due": missDispute,
  "dispute.resolve": resolveDispute,
  "discount.end": endDiscount,
  "invoice.advance": advanceInvoice,
  "invoice.retry": retryInvoice,
  "promotion_code.expire": expirePromotion,
  "refund.settle": settleRefund,
  "schedule.expiring": announceScheduleEnd,
  "schedule.start": beginSchedule,
  "subscription.boundary": passBoundary,
  "subscription.expire": expireSubscription,
  "subscription.resume": resumeCollection,
  "subscription.trial_will_end": announceTrialEnd,
};
