import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { voidInvoice } from "../invoices/void";
import { refreshEntitlements } from "./entitlements";
import { itemsOf, periodEndOf } from "./period";
import type { UpdateParams } from "./read-update";
import { scheduleBoundary } from "./schedule";

type Subscription = Held<"subscription">;
type Pending = NonNullable<Subscription["pending_update"]>;

/** How long a change waits for its payment. https://docs.stripe.com/billing/subscriptions/pending-updates */
const WAITS = 23 * 3600;

const ALLOWED: readonly string[] = [
  "add_invoice_items",
  "billing_cycle_anchor",
  "discounts",
  "expand",
  "items",
  "metadata",
  "off_session",
  "payment_behavior",
  "proration_behavior",
  "proration_date",
  "trial_end",
  "trial_from_plan",
];

/** Refuses with a payment that is to come first what can't wait for it. */
export function refuseUnfitToWait(params: UpdateParams): void {
  if (params.payment_behavior !== "pending_if_incomplete") return;
  const unfit = Object.keys(params).filter((name) => !ALLOWED.includes(name));
  if (unfit.length === 0) return;
  throw invalidRequest(
    `The parameters \`${unfit.join("`, `")}\` aren't supported with \`payment_behavior\` \`pending_if_incomplete\`.`,
    { param: unfit[0] ?? "" },
  );
}

/**
 * Takes a change back whose payment failed, and keeps it until that comes: the subscription is as it was
 * `before`, its latest invoice the one that is to be paid.
 */
export function holdBack(
  work: Work,
  before: { readonly subscription: Subscription; readonly items: readonly Held<"subscription_item">[] },
  now: number,
): void {
  const changed = work.store.must("subscription", before.subscription.id);
  const items = itemsOf(work, changed);
  const kept = new Set(before.items.map(({ id }) => id));
  for (const { id } of items) if (!kept.has(id)) work.store.delete("subscription_item", id);
  for (const item of before.items) work.store.put("subscription_item", item);
  const old = work.store.put("subscription", {
    ...before.subscription,
    latest_invoice: changed.latest_invoice,
  });
  const limits = [now + WAITS, periodEndOf(work, old), old.trial_end ?? Infinity];
  const expires = Math.min(...limits.filter((limit) => limit > now));
  const anchor = changed.billing_cycle_anchor;
  work.store.update("subscription", old.id, {
    pending_update: {
      billing_cycle_anchor: anchor === old.billing_cycle_anchor ? null : anchor,
      cancel_at_period_end: null,
      discount: null,
      discounts: different(changed.discounts, old.discounts),
      expires_at: expires,
      metadata: different(changed.metadata, old.metadata),
      subscription_items: items,
      trial_end: changed.trial_end === old.trial_end ? null : changed.trial_end,
      trial_from_plan: null,
    },
  });
  work.schedule({
    at: expires,
    clock: old.test_clock,
    name: "subscription.pending_update",
    subject: old.id,
  });
  scheduleBoundary(work, old);
}

/** What a change makes of a field, or null where it leaves it as it is. */
function different<T>(after: T, before: T): T | null {
  return JSON.stringify(after) === JSON.stringify(before) ? null : after;
}

/** Carries a change out whose payment has come. Emits `customer.subscription.pending_update_applied`. */
export function applyPendingUpdate(work: Work, subscription: Subscription): void {
  const pending = subscription.pending_update;
  if (pending === null) return;
  const items = pending.subscription_items ?? [];
  const staying = new Set(items.map(({ id }) => id));
  for (const id of subscription.items) if (!staying.has(id)) work.store.delete("subscription_item", id);
  for (const item of items) work.store.put("subscription_item", item);
  const changed = work.store.update("subscription", subscription.id, {
    ...fieldsOf(pending),
    items: items.map(({ id }) => id),
    pending_update: null,
  });
  work.emit("customer.subscription.pending_update_applied", changed);
  refreshEntitlements(work, subscription.customer);
  scheduleBoundary(work, changed);
}

/** A trial that the change ends is over once it is paid: nothing else that a change does to one is. */
function fieldsOf({ billing_cycle_anchor, discounts, metadata, trial_end }: Pending): Partial<Subscription> {
  return {
    ...(billing_cycle_anchor === null ? {} : { billing_cycle_anchor }),
    ...(discounts === null ? {} : { discounts }),
    ...(metadata === null ? {} : { metadata }),
    ...(trial_end === null ? {} : { status: "active", trial_end }),
  };
}

/** Gives up a change that nobody paid in time: its invoice is void. Emits `customer.subscription.pending_update_expired`. */
export function expirePendingUpdate(work: Work, { subject, at }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (subscription?.pending_update?.expires_at === at) dropPendingUpdate(work, subscription);
}

/** Forgets a change that waits for its payment, and voids the invoice of it. */
export function dropPendingUpdate(work: Work, subscription: Subscription): Subscription {
  if (subscription.pending_update === null) return subscription;
  const before = work.snapshot(subscription);
  const invoice = work.store.get("invoice", subscription.latest_invoice ?? "");
  const dropped = work.store.update("subscription", subscription.id, { pending_update: null });
  if (invoice?.status === "open") voidInvoice(work, invoice);
  work.emit("customer.subscription.pending_update_expired", dropped);
  work.emit("customer.subscription.updated", dropped, before);
  return dropped;
}
