import type { JobRegistry } from "../core/jobs";
import { announceAvailable } from "../payments/available";
import { bookLater } from "../payments/book-later";
import { expireCharge } from "../payments/expire-charge";
import { warnOfFraud } from "../payments/fraud-warning";
import { missDispute, resolveDispute } from "../payments/settle-dispute";
import { settleRefund } from "../payments/settle-refund";
import { expireCoupon } from "./discounts/coupon";
import { endDiscount } from "./discounts/end";
import { expirePromotion } from "./discounts/promotion";
import { advanceInvoice, retryInvoice } from "./invoices/advance";
import { announceDueDate, passDueDate } from "./invoices/due-date";
import { announceUpcoming } from "./invoices/upcoming";
import { announceScheduleEnd } from "./schedules/announce-end";
import { beginSchedule } from "./schedules/start";
import { announceTrialEnd, passBoundary } from "./subscriptions/boundary";
import { expireSubscription } from "./subscriptions/expire";
import { writeOff } from "./subscriptions/final-invoice";
import { billPending } from "./subscriptions/pending-interval";
import { expirePendingUpdate } from "./subscriptions/pending-update";
import { giveUpResumption } from "./subscriptions/resume";
import { resumeCollection } from "./subscriptions/resume-collection";

/** What time alone brings about for payments and subscriptions. */
export const BILLING_JOBS: JobRegistry = {
  "balance.available": announceAvailable,
  "charge.book": bookLater,
  "charge.expire": expireCharge,
  "charge.warn": warnOfFraud,
  "coupon.expire": expireCoupon,
  "dispute.due": missDispute,
  "dispute.resolve": resolveDispute,
  "discount.end": endDiscount,
  "invoice.advance": advanceInvoice,
  "invoice.overdue": passDueDate,
  "invoice.retry": retryInvoice,
  "invoice.upcoming": announceUpcoming,
  "invoice.will_be_due": announceDueDate,
  "invoice.write_off": writeOff,
  "promotion_code.expire": expirePromotion,
  "refund.settle": settleRefund,
  "schedule.expiring": announceScheduleEnd,
  "schedule.start": beginSchedule,
  "subscription.bill_pending": billPending,
  "subscription.boundary": passBoundary,
  "subscription.expire": expireSubscription,
  "subscription.give_up_resumption": giveUpResumption,
  "subscription.pending_update": expirePendingUpdate,
  "subscription.resume": resumeCollection,
  "subscription.trial_will_end": announceTrialEnd,
};
