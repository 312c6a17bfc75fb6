import type { Handler } from "@/lib/stripe/webhooks/on";
import customerDeleted from "./customer.deleted";
import customerSubscription from "./customer.subscription";
import invoicePaid from "./invoice.paid";

/** Every reaction of ours to Stripe's events. A file in this folder that isn't listed here fails a test. */
export const handlers: readonly Handler[] = [customerDeleted, customerSubscription, invoicePaid];
