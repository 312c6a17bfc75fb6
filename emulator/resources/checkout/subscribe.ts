import { quietAbout } from "../../billing/in-order";
import { intentOf } from "../../billing/invoices/payment";
import { createSubscription } from "../../billing/subscriptions/create";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { attach } from "../../payments/attach";
import { type Brought, charge, refuseSurprise, setUp } from "./collect";
import type { Completion, Made } from "./completion";
import { discountsGiven } from "./discounts";
import { forSale } from "./for-sale";
import { dueOf } from "./payment";
import { linesOf, priceOfLine } from "./recount";

type Session = Held<"checkout.session">;

/** A subscription that is paid, or that begins with a trial; the card is its own, not its customer's default. */
export function subscribe(work: Work, { session, customer, brought }: Completion): Made {
  if (customer === null) throw new Error(`The session ${session.id} has nobody to subscribe`);
  if (brought) attach(work, work.store.must("payment_method", brought.method), customer);
  const steps = quietAbout(work, "customer.subscription.updated");
  const { id } = forSale(steps, session, () =>
    createSubscription(steps, subscriptionParams(steps, session, customer)),
  );
  const created = work.store.must("subscription", id);
  const before = work.snapshot(created);
  if (brought) collectFirst(steps, created, brought);
  const kept = work.store.update("subscription", id, {
    default_payment_method: brought?.method ?? created.default_payment_method,
    ...(brought ? { pending_setup_intent: null } : {}),
  });
  work.emit("customer.subscription.updated", kept, before);
  return {
    invoice: typeof kept.latest_invoice === "string" ? kept.latest_invoice : null,
    payment_status: dueOf(session) > 0 ? "paid" : "no_payment_required",
    subscription: id,
  };
}

/** Pays the first invoice, or saves the card where there is nothing to pay. */
function collectFirst(work: Work, subscription: Held<"subscription">, brought: Brought): void {
  const invoice = work.store.get("invoice", subscription.latest_invoice ?? "");
  const intent = invoice?.status === "open" ? intentOf(work, invoice) : null;
  const pending = work.store.get("setup_intent", subscription.pending_setup_intent ?? "");
  refuseSurprise(
    intent ? charge(work, intent, brought) : setUp(work, pending, subscription.customer, brought),
  );
}

function subscriptionParams(work: Work, session: Session, customer: string) {
  const { description, metadata, proration_behavior, trial_end, trial_period_days, trial_settings } =
    session.asked.subscription_data ?? {};
  const lines = linesOf(work, session).map((item) => ({ item, price: priceOfLine(work, item) }));
  const bought = lines.filter(
    ({ item, price }) => item.quantity !== 0 || price.recurring?.usage_type === "metered",
  );
  const recurring = bought.filter(({ price }) => price.recurring !== null);
  const once = bought.filter(({ price }) => price.recurring === null);
  return {
    customer,
    ...(session.currency === null ? {} : { currency: session.currency }),
    items: recurring.map(({ item, price }) => ({
      metadata: item.metadata ?? {},
      price: price.id,
      ...(price.recurring?.usage_type === "metered" ? {} : { quantity: item.quantity ?? 1 }),
      ...(item.tax_rates.length > 0 ? { tax_rates: item.tax_rates } : {}),
    })),
    add_invoice_items: once.map(({ item, price }) => ({
      metadata: item.metadata ?? {},
      price: price.id,
      quantity: item.quantity ?? 1,
      ...(item.tax_rates.length > 0 ? { tax_rates: item.tax_rates } : {}),
    })),
    discounts: discountsGiven(session),
    payment_behavior: "default_incomplete" as const,
    ...(description === undefined ? {} : { description }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(proration_behavior === undefined ? {} : { proration_behavior }),
    ...(trial_end === undefined ? {} : { trial_end }),
    ...(trial_period_days === undefined ? {} : { trial_period_days }),
    ...(trial_settings === undefined ? {} : { trial_settings }),
  };
}
