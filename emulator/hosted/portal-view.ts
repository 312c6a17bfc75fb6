import { customerTime } from "../billing/customer";
import { priceOfItem } from "../billing/price";
import { ENDED } from "../billing/subscriptions/status";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import type { Address } from "../resources/fields";
import type { Recurrence } from "./checkout-goods";
import { offersFor, type PortalOffer } from "./portal-offers";

type Session = Held<"billing_portal.session">;
type Configuration = Held<"billing_portal.configuration">;
type Subscription = Held<"subscription">;

/** A customer's portal as its pages show it. Amounts are in minor units, times Unix seconds. */
export interface PortalView {
  readonly session: string;
  /** The customer's time. */
  readonly now: number;
  readonly headline: string | null;
  readonly policies: readonly { readonly name: string; readonly url: string }[];
  readonly features: Configuration["features"];
  readonly flow: Session["flow"];
  readonly returnUrl: string | null;
  readonly customer: PortalCustomer;
  readonly subscriptions: readonly PortalSubscription[];
  readonly methods: readonly PortalMethod[];
  readonly invoices: readonly PortalInvoice[];
}

interface PortalCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Address | null;
  readonly shipping: { readonly name: string | null; readonly address: Address | null };
  readonly taxIds: readonly { readonly id: string; readonly type: string; readonly value: string }[];
}

export interface PortalSubscription {
  readonly id: string;
  readonly status: Subscription["status"];
  readonly item: PortalItem | null;
  readonly periodEnd: number;
  readonly trialEnd: number | null;
  /** When it is going to end by itself; null where it goes on. */
  readonly ends: number | null;
  readonly paused: { readonly resumes: number | null } | null;
  /** The payment method of its own; null where its customer's default pays. */
  readonly ownMethod: string | null;
  /** A schedule has a change of it in hand. */
  readonly planned: boolean;
  /** What its customer may change to; empty where that isn't offered, or for several items at once. */
  readonly offers: readonly PortalOffer[];
}

export interface PortalItem extends Recurrence {
  readonly id: string;
  readonly name: string;
  readonly price: string;
  readonly quantity: number;
  readonly unitAmount: number | null;
  readonly currency: string;
}

export interface PortalMethod {
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly expires: string;
  readonly isDefault: boolean;
  /** A subscription is paid with it, so that it can't be removed. */
  readonly inUse: boolean;
}

interface PortalInvoice {
  readonly id: string;
  readonly number: string;
  readonly created: number;
  readonly total: number;
  readonly currency: string;
  readonly status: string;
  readonly address: string | null;
}

const MOST_INVOICES = 24;

/** Everything a portal session shows its customer, as its configuration has it now. */
export function portalView(work: Work, session: Session): PortalView {
  const customer = work.store.must("customer", session.customer ?? "");
  const { features, business_profile: business } = work.store.must(
    "billing_portal.configuration",
    session.configuration,
  );
  const live = work.store
    .list("subscription", "customer", customer.id)
    .filter(({ status }) => !ENDED[status]);
  return {
    session: session.id,
    now: customerTime(work, customer),
    headline: business.headline,
    policies: [
      ...(business.terms_of_service_url ? [{ name: "Terms", url: business.terms_of_service_url }] : []),
      ...(business.privacy_policy_url ? [{ name: "Privacy", url: business.privacy_policy_url }] : []),
    ],
    features,
    flow: session.flow,
    returnUrl: session.return_url,
    customer: customerOf(work, customer),
    subscriptions: live.map((subscription) => subscriptionOf(work, subscription, features)),
    methods: methodsOf(work, customer, live),
    invoices: features.invoice_history.enabled ? invoicesOf(work, customer.id) : [],
  };
}

function customerOf(work: Work, customer: Held<"customer">): PortalCustomer {
  const { id, name = null, email, phone = null, address = null, shipping } = customer;
  return {
    id,
    name,
    email,
    phone,
    address,
    shipping: {
      name: shipping?.name ?? null,
      address: shipping?.address ? { ...NOWHERE, ...shipping.address } : null,
    },
    taxIds: work.store
      .list("tax_id", "customer", id)
      .map(({ id: taxId, type, value }) => ({ id: taxId, type, value })),
  };
}

const NOWHERE: Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

function subscriptionOf(
  work: Work,
  subscription: Subscription,
  features: Configuration["features"],
): PortalSubscription {
  const items = subscription.items.map((id) => work.store.must("subscription_item", id));
  const first = items.find((item) => isFixed(work, item)) ?? items[0];
  const { pause_collection: pause, cancel_at: at, cancel_at_period_end: withPeriod } = subscription;
  const periodEnd = Math.min(...items.map((item) => item.current_period_end));
  return {
    id: subscription.id,
    status: subscription.status,
    item: first ? itemOf(work, first) : null,
    periodEnd,
    trialEnd: subscription.status === "trialing" ? subscription.trial_end : null,
    ends: at ?? (withPeriod ? periodEnd : null),
    ownMethod: subscription.default_payment_method,
    paused: pause ? { resumes: pause.resumes_at } : null,
    planned: subscription.schedule !== null,
    offers:
      first && items.length === 1 && subscription.schedule === null
        ? offersFor(work, features.subscription_update, first)
        : [],
  };
}

/** Whether an item is what a subscription is called by, and not what is counted beside it. */
function isFixed(work: Work, item: Held<"subscription_item">): boolean {
  return priceOfItem(work, item).recurring.usage_type === "licensed";
}

function itemOf(work: Work, item: Held<"subscription_item">): PortalItem {
  const price = priceOfItem(work, item);
  return {
    id: item.id,
    name: work.store.get("product", price.product)?.name ?? "",
    price: price.id,
    quantity: item.quantity ?? 1,
    unitAmount: price.unit_amount,
    currency: price.currency,
    interval: price.recurring.interval,
    interval_count: price.recurring.interval_count,
  };
}

function methodsOf(work: Work, customer: Held<"customer">, live: readonly Subscription[]): PortalMethod[] {
  const usual = customer.invoice_settings.default_payment_method;
  const paying = new Set(live.map((subscription) => subscription.default_payment_method ?? usual));
  return work.store.list("payment_method", "customer", customer.id).flatMap(({ id, card }) =>
    card
      ? [
          {
            id,
            brand: `${card.brand.charAt(0).toUpperCase()}${card.brand.slice(1)}`,
            last4: card.last4,
            expires: `${card.exp_month}/${card.exp_year}`,
            isDefault: id === usual || (usual === null && paying.has(id)),
            inUse: paying.has(id),
          },
        ]
      : [],
  );
}

function invoicesOf(work: Work, customer: string): PortalInvoice[] {
  return work.store
    .list("invoice", "customer", customer)
    .filter(({ status }) => status !== "draft" && status !== null)
    .slice(0, MOST_INVOICES)
    .map((invoice) => ({
      id: invoice.id,
      number: invoice.number ?? invoice.id,
      created: invoice.created,
      total: invoice.total,
      currency: invoice.currency,
      status: invoice.status ?? "",
      address: invoice.hosted_invoice_url ?? null,
    }));
}
