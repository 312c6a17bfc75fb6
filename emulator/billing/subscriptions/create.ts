import { missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { createSetupIntent } from "../../payments/setup-intent";
import { customerOf, customerTime, refuseOtherCurrency, settleCurrency } from "../customer";
import { inOrder } from "../in-order";
import { automaticTaxOf } from "../tax/automatic";
import { taxRatesOf } from "../tax/rates";
import { shownConfig } from "./anchor-config";
import { beginningOf, firstPeriodOf } from "./beginning";
import { refuseFourthOnClock } from "./clock-limit";
import { CREATION_EVENTS, type Creation } from "./creation-events";
import { costOfAll, subscriptionDiscounts } from "./discounts";
import { refreshEntitlements } from "./entitlements";
import { addInvoiceItems } from "./extra-items";
import { firstInvoice } from "./first-invoice";
import { payFirstInvoice } from "./first-payment";
import { putItem, readItems } from "./new-items";
import { payingMethod, refuseForeignMethod } from "./payment-method";
import { pendingInterval, schedulePending } from "./pending-interval";
import { putSubscription } from "./put";
import { type CreateParams, checkCreateParams, givenFields } from "./read-create";
import { givenEnding } from "./read-ending";
import { scheduleFirstSteps } from "./schedule";

type Subscription = Held<"subscription">;
type Items = ReturnType<typeof readItems>;
type Begun = { readonly creation: Creation; readonly id: string };

/**
 * Creates a subscription with its first invoice and, where asked, its first payment, and records the events
 * in Stripe's order. The first invoice of one that a `schedule` starts stays a draft for an hour. https://docs.stripe.com/billing/subscriptions/overview
 */
export function createSubscription(
  work: Work,
  params: CreateParams,
  schedule: string | null = null,
): Subscription {
  if (params.customer === undefined) throw missingParam("customer");
  checkCreateParams(params);
  const customer = customerOf(work, params.customer);
  refuseFourthOnClock(work, customer);
  if (params.default_payment_method) refuseForeignMethod(work, params.default_payment_method, customer.id);
  const items = readItems(work, params.items, { currency: params.currency });
  refuseOtherCurrency(customer, items.currency);
  const { id } = inOrder<Begun>(
    work,
    ({ creation }) => CREATION_EVENTS[creation],
    (noted) => begin(noted, customer, items, params, schedule),
  );
  return work.store.must("subscription", id);
}

function begin(
  work: Work,
  customer: Held<"customer">,
  items: Items,
  params: CreateParams,
  schedule: string | null,
): Begun {
  settleCurrency(work, customer, items.currency);
  const subscription = putWithItems(work, customer, items, params, schedule);
  const creation = bill(work, subscription, params);
  scheduleFirstSteps(work, subscription.id);
  schedulePending(work, work.store.must("subscription", subscription.id));
  work.emit("customer.subscription.created", work.store.must("subscription", subscription.id));
  refreshEntitlements(work, customer.id);
  return { creation, id: subscription.id };
}

function putWithItems(
  work: Work,
  customer: Held<"customer">,
  { items, currency }: Items,
  params: CreateParams,
  schedule: string | null,
): Subscription {
  const now = customerTime(work, customer);
  const prices = items.map(({ price }) => price);
  const beginning = beginningOf(params, prices, now);
  const { anchor, start, trialEnd } = beginning;
  const blank = putSubscription(work, {
    ...givenFields(params),
    ...pendingInterval(params.pending_invoice_item_interval ?? "", now),
    automatic_tax: automaticTaxOf(customer, params.automatic_tax),
    default_tax_rates: taxRatesOf(work, params.default_tax_rates || [], "default_tax_rates"),
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: shownConfig(params.billing_cycle_anchor_config),
    created: now,
    currency,
    customer: customer.id,
    schedule,
    status:
      trialEnd !== null
        ? "trialing"
        : params.collection_method === "send_invoice" || schedule !== null
          ? "active"
          : "incomplete",
    start_date: start,
    test_clock: customer.test_clock ?? null,
    trial_end: trialEnd,
    trial_start: trialEnd === null ? null : now,
  });
  const ids = items.map(
    (item) => putItem(work, blank.id, item, firstPeriodOf(beginning, item.price), now).id,
  );
  const discounts = subscriptionDiscounts(
    work,
    blank,
    params.discounts,
    trialEnd === null ? costOfAll(items) : 0,
  );
  const filled = work.store.update("subscription", blank.id, { discounts, items: ids });
  const ending = work.store.update("subscription", filled.id, givenEnding(work, filled, params, now));
  if (schedule === null && !ending.cancel_at_period_end) cutFirstPeriods(work, ending);
  return ending;
}

/** The end of a new subscription within its first periods is theirs too; a trial has one of its own. */
function cutFirstPeriods(work: Work, { cancel_at, items, status }: Subscription): void {
  if (cancel_at === null || status === "trialing") return;
  for (const id of items) {
    const { current_period_end: end } = work.store.must("subscription_item", id);
    work.store.update("subscription_item", id, { current_period_end: Math.min(end, cancel_at) });
  }
}

function bill(work: Work, subscription: Subscription, params: CreateParams): Creation {
  addInvoiceItems(work, subscription, params.add_invoice_items);
  const invoice = firstInvoice(work, subscription, params.proration_behavior ?? "create_prorations");
  if (subscription.status === "trialing" && invoice.status !== "open") {
    if (!payingMethod(work, subscription)) askForMethod(work, subscription);
    return "trialing";
  }
  if (invoice.status === "draft") return "invoiced";
  return invoice.status === "paid" ? "paid" : payFirstInvoice(work, subscription, invoice, params);
}

/** A trial without a payment method asks for one through a SetupIntent. */
function askForMethod(work: Work, subscription: Subscription): void {
  const intent = createSetupIntent(work, { customer: subscription.customer });
  work.store.update("subscription", subscription.id, { pending_setup_intent: intent.id });
}
