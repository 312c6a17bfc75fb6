import { customerOf, refuseForeign } from "../../billing/customer";
import { asPreview, nextInvoice, nothingUpcoming, pendingInvoice } from "../../billing/invoices/preview";
import { cancelSubscription } from "../../billing/subscriptions/cancel";
import { createSubscription } from "../../billing/subscriptions/create";
import { periodEndOf } from "../../billing/subscriptions/period";
import { ENDED } from "../../billing/subscriptions/status";
import { updateSubscription } from "../../billing/subscriptions/update";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { missingParam } from "../../core/errors";
import { expandTree } from "../../core/expand-paths";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { operation, type ParamsOf } from "../../core/operation";
import { render } from "../../core/render";
import type { Work } from "../../core/work";
import { ofPausing, ofResuming, recurringInvoice } from "./preview-changes";
import { previewItem } from "./preview-item";
import { ofNewSchedule, ofSchedule } from "./preview-schedule";

type Invoice = Held<"invoice">;
type Subscription = Held<"subscription">;
type Params = ParamsOf<"invoices.createPreview">;
type Details = NonNullable<Params["subscription_details"]>;

/**
 * Shows what would be billed by doing it and taking it back, so that it is to the cent what will be.
 * https://docs.stripe.com/api/invoices/create_preview
 */
export const createInvoicePreview = operation("invoices.createPreview", (call) => {
  const { params, store } = call;
  refuseUnbuilt(params, ["customer_account", "customer_details", "issuer", "on_behalf_of"]);
  const subscription =
    params.subscription === undefined
      ? null
      : referenced(call, "subscription", params.subscription, "subscription");
  const schedule =
    params.schedule === undefined
      ? null
      : referenced(call, "subscription_schedule", params.schedule, "schedule");
  const named = params.customer ?? subscription?.customer ?? schedule?.customer;
  if (named === undefined) throw missingParam("customer");
  const customer = customerOf(call, named);
  if (subscription) refuseForeign("subscription", subscription, customer.id);
  if (schedule) refuseForeign("schedule", schedule, customer.id);
  for (const item of params.invoice_items ?? []) previewItem(call, item, customer.id, subscription?.id);
  const next = schedule
    ? ofSchedule(call, schedule, params.schedule_details)
    : invoiceToCome(call, customer, subscription, params);
  const invoice = params.preview_mode === "recurring" ? recurringInvoice(call, next) : next;
  const shown = asPreview(invoice, customer.balance);
  const answer = render(store, shown, expandTree(call.expand, "invoice"));
  store.undo();
  return { ...answer, object: "invoice" };
});

function invoiceToCome(
  work: Work,
  customer: Held<"customer">,
  subscription: Subscription | null,
  params: Params,
): Invoice {
  if (subscription !== null) return ofSubscription(work, subscription, params);
  if (params.schedule_details) return ofNewSchedule(work, customer.id, params.schedule_details);
  if (params.subscription_details?.items) return ofNewSubscription(work, customer, params);
  const [next] = work.store
    .list("subscription", "customer", customer.id)
    .filter(({ status }) => !ENDED[status])
    .sort((a, b) => periodEndOf(work, a) - periodEndOf(work, b));
  return next ? nextInvoice(work, next) : pendingInvoice(work, customer, null);
}

function ofNewSubscription(work: Work, { id: customer }: Held<"customer">, params: Params): Invoice {
  const {
    billing_cycle_anchor: anchor,
    items = [],
    trial_end,
    ...details
  } = params.subscription_details ?? {};
  const created = createSubscription(work, {
    ...common(details, params),
    customer,
    ...(params.currency === undefined ? {} : { currency: params.currency }),
    ...(params.automatic_tax === undefined ? {} : { automatic_tax: params.automatic_tax }),
    items: items.map(({ price, price_data, quantity, discounts, tax_rates }) => ({
      ...(price === undefined ? {} : { price }),
      ...(price_data === undefined ? {} : { price_data }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(discounts === undefined ? {} : { discounts }),
      ...(tax_rates === undefined ? {} : { tax_rates }),
    })),
    payment_behavior: "default_incomplete",
    ...(anchor?.timestamp !== undefined ? { billing_cycle_anchor: anchor.timestamp } : {}),
    ...(trial_end === undefined ? {} : { trial_end }),
  });
  return work.store.must("invoice", created.latest_invoice ?? "");
}

function ofSubscription(work: Work, subscription: Subscription, params: Params): Invoice {
  const { subscription_details: details = {} } = params;
  if (details.cancel_now) return ofCanceling(work, subscription, details);
  if (details.pause) return ofPausing(work, subscription, details.pause);
  if (details.resume_at) return ofResuming(work, subscription, details);
  const changes = changesOf(details, params);
  if (Object.keys(changes).length === 0) return nextInvoice(work, subscription);
  const changed = updateSubscription(work, subscription, {
    ...changes,
    payment_behavior: "default_incomplete",
  });
  const billedNow = changed.latest_invoice !== subscription.latest_invoice && changed.latest_invoice;
  return billedNow ? work.store.must("invoice", billedNow) : nextInvoice(work, changed);
}

/** The final invoice of a subscription that ends at once. */
function ofCanceling(work: Work, subscription: Subscription, details: Details): Invoice {
  const prorate = details.proration_behavior !== "none";
  const ended = cancelSubscription(work, subscription, { invoice_now: true, prorate });
  const last = ended.latest_invoice;
  if (last === null || last === subscription.latest_invoice) throw nothingUpcoming(subscription.customer);
  return work.store.must("invoice", last);
}

function changesOf(details: Details, params: Params): ParamsOf<"subscriptions.update"> {
  const {
    billing_cycle_anchor: anchor,
    cancel_at,
    items,
    proration_behavior,
    proration_date,
    trial_end,
  } = details;
  return {
    ...common(details, params),
    ...(anchor?.type === "now" ? { billing_cycle_anchor: { type: anchor.type } } : {}),
    ...(cancel_at === undefined ? {} : { cancel_at }),
    ...(items === undefined ? {} : { items }),
    ...(proration_behavior === undefined ? {} : { proration_behavior }),
    ...(proration_date === undefined ? {} : { proration_date }),
    ...(trial_end === undefined ? {} : { trial_end }),
  };
}

/** What a new subscription and a change of one are told in the same way. */
function common(details: Details, { discounts }: Params) {
  refuseUnbuilt(details, ["billing_mode", "billing_schedules", "start_date"]);
  const { cancel_at_period_end, default_tax_rates, metadata } = details;
  return {
    ...(cancel_at_period_end === undefined ? {} : { cancel_at_period_end }),
    ...(default_tax_rates === undefined ? {} : { default_tax_rates }),
    ...(discounts === undefined ? {} : { discounts }),
    ...(metadata === undefined ? {} : { metadata: metadata || {} }),
  };
}
