import { catalogue } from "./stops/catalogue";
import { checkouts } from "./stops/checkouts";
import { clocks } from "./stops/clocks";
import { confirmationTokens } from "./stops/confirmation-tokens";
import { creditNotes } from "./stops/credit-notes";
import { customers } from "./stops/customers";
import { disputes } from "./stops/disputes";
import { endpoints } from "./stops/endpoints";
import { invoices } from "./stops/invoices";
import { meters } from "./stops/meters";
import { moments } from "./stops/moments";
import { morePayments } from "./stops/more-payments";
import { payments } from "./stops/payments";
import { pricing } from "./stops/pricing";
import { schedules } from "./stops/schedules";
import { searches } from "./stops/searches";
import { sessions } from "./stops/sessions";
import { setups } from "./stops/setups";
import { shipping } from "./stops/shipping";
import { subscriptionChanges } from "./stops/subscription-changes";
import { subscriptions } from "./stops/subscriptions";
import { warnings } from "./stops/warnings";
import type { Stop } from "./tour";

/** The stops of the tour, by the account each is made in. */
export const STOPS: Readonly<Record<string, Stop>> = {
  catalogue,
  checkouts,
  clocks,
  confirmationTokens,
  creditNotes,
  customers,
  disputes,
  endpoints,
  invoices,
  meters,
  moments,
  morePayments,
  payments,
  pricing,
  schedules,
  searches,
  sessions,
  setups,
  shipping,
  subscriptionChanges,
  subscriptions,
  warnings,
};
