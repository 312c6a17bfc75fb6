import type { Kind, Kinds } from "./kinds";
import type { TableShape } from "./table";

/** What the core must know of a kind to keep it and to show it. */
export interface Shape<K extends Kind> extends TableShape<Kinds[K]> {
  /** Fields that are left out of answers unless expanded, of the object or of a hash in it (`hash.field`). */
  readonly expandOnly?: readonly (`${keyof Kinds[K] & string}.${string}` | (keyof Kinds[K] & string))[];
  /** Fields that are lists of other objects, with the address the whole list is served at. */
  readonly lists?: { readonly [Field in keyof Kinds[K] & string]?: string };
  /** Those of the lists that don't say how many there are in all. */
  readonly uncounted?: readonly (keyof Kinds[K] & string)[];
  /** Fields we keep on the object but never show. */
  readonly hidden?: readonly (keyof Kinds[K] & string)[];
}

const byCreated = (object: { readonly created: number }) => object.created;

/** Every kind's shape; a kind without an entry doesn't compile. */
export const SHAPES: { readonly [K in Kind]: Shape<K> } = {
  account: {},
  balance_transaction: { order: byCreated },
  "billing_portal.configuration": { order: byCreated },
  "billing_portal.session": {
    order: byCreated,
    indexes: { token: (session) => session.url.split("/").at(-1) },
    hidden: ["seen"],
  },
  "billing.feedback_option": {},
  "billing.meter": {
    order: byCreated,
    indexes: { event_name: (meter) => meter.event_name },
  },
  card: {},
  charge: {
    order: byCreated,
    indexes: { customer: (charge) => charge.customer, payment_intent: (charge) => charge.payment_intent },
    expandOnly: ["refunds"],
    lists: { refunds: "/v1/charges/{id}/refunds" },
  },
  "checkout.session": {
    order: byCreated,
    indexes: { customer: (session) => session.customer },
    expandOnly: ["line_items"],
    hidden: ["asked", "attempt"],
    lists: { line_items: "/v1/checkout/sessions/{id}/line_items" },
  },
  confirmation_token: { order: byCreated, hidden: ["method"] },
  coupon: { order: byCreated, expandOnly: ["applies_to", "currency_options"] },
  credit_note: {
    order: byCreated,
    indexes: { customer: (note) => note.customer, invoice: (note) => note.invoice },
    lists: { lines: "/v1/credit_notes/{id}/lines" },
    uncounted: ["lines"],
  },
  credit_note_line_item: { indexes: { credit_note: (line) => line.credit_note }, hidden: ["credit_note"] },
  customer: {
    order: byCreated,
    indexes: { email: (customer) => customer.email, test_clock: (customer) => customer.test_clock },
    expandOnly: ["tax", "subscriptions", "sources", "tax_ids", "invoice_credit_balance"],
    lists: {
      sources: "/v1/customers/{id}/sources",
      subscriptions: "/v1/customers/{id}/subscriptions",
      tax_ids: "/v1/customers/{id}/tax_ids",
    },
  },
  customer_balance_transaction: {
    order: byCreated,
    indexes: { customer: (entry) => entry.customer },
  },
  customer_session: { order: byCreated, hidden: ["id"] },
  dispute: {
    order: byCreated,
    indexes: { charge: (dispute) => dispute.charge, payment_intent: (dispute) => dispute.payment_intent },
  },
  discount: { order: (discount) => discount.start, hidden: ["former"] },
  "entitlements.active_entitlement": {
    indexes: { customer: (entitlement) => entitlement.customer },
    hidden: ["customer"],
  },
  "entitlements.feature": { indexes: { lookup_key: (feature) => feature.lookup_key } },
  ephemeral_key: { order: byCreated },
  event: { order: byCreated, indexes: { type: (event) => event.type }, hidden: ["recorded"] },
  invoice: {
    order: byCreated,
    indexes: {
      customer: (invoice) => invoice.customer,
      subscription: (invoice) => invoice.parent?.subscription_details?.subscription,
    },
    expandOnly: ["confirmation_secret", "payments"],
    lists: { lines: "/v1/invoices/{id}/lines", payments: "/v1/invoices/payments" },
    uncounted: ["payments"],
  },
  invoice_payment: {
    order: byCreated,
    indexes: {
      invoice: (payment) => payment.invoice,
      payment_intent: (payment) => payment.payment.payment_intent,
    },
  },
  invoiceitem: { order: (item) => item.date, indexes: { customer: (item) => item.customer } },
  item: { indexes: { session: (item) => item.session }, hidden: ["session", "tax_rates"] },
  // The types ask for `subscription`, but Stripe has never been seen to send it.
  line_item: { indexes: { invoice: (line) => line.invoice }, hidden: ["subscription", "tax_rates"] },
  mandate: {},
  payment_intent: { order: byCreated, indexes: { customer: (intent) => intent.customer } },
  payment_method: { order: byCreated, indexes: { customer: (method) => method.customer } },
  payment_method_configuration: {},
  price: {
    order: byCreated,
    indexes: { product: (price) => price.product, lookup_key: (price) => price.lookup_key },
    expandOnly: ["tiers", "currency_options"],
  },
  product: { order: byCreated },
  product_feature: { indexes: { product: (feature) => feature.product }, hidden: ["product"] },
  promotion_code: {
    order: byCreated,
    indexes: {
      code: (promotion) => promotion.code.toLowerCase(),
      coupon: (promotion) => promotion.promotion.coupon,
    },
    hidden: ["orphaned"],
  },
  "radar.early_fraud_warning": { order: byCreated, indexes: { charge: (warning) => warning.charge } },
  refund: { order: byCreated, indexes: { charge: (refund) => refund.charge } },
  setup_attempt: { order: byCreated, indexes: { setup_intent: (attempt) => attempt.setup_intent } },
  setup_intent: { order: byCreated, indexes: { customer: (intent) => intent.customer } },
  shipping_rate: { order: byCreated, expandOnly: ["fixed_amount.currency_options"] },
  subscription: {
    order: byCreated,
    indexes: { customer: (subscription) => subscription.customer },
    lists: { items: "/v1/subscription_items?subscription={id}" },
  },
  subscription_item: {
    order: byCreated,
    indexes: { subscription: (item) => item.subscription, price: (item) => item.price },
  },
  subscription_schedule: {
    order: byCreated,
    indexes: { customer: (schedule) => schedule.customer },
  },
  tax_code: {},
  tax_id: { order: byCreated, indexes: { customer: (taxId) => taxId.customer } },
  tax_rate: { order: byCreated },
  "test_helpers.test_clock": { order: byCreated },
  token: { order: byCreated },
  webhook_endpoint: { order: byCreated },
  _card: {},
  _challenge: { indexes: { intent: (challenge) => challenge.intent } },
  _deleted: {},
  _delivery: {
    order: byCreated,
    indexes: {
      event: (delivery) => delivery.event,
      endpoint: (delivery) => delivery.endpoint,
      behind: (delivery) => (delivery.behind > 0 ? delivery.endpoint : null),
    },
  },
  _fault: {},
  _idempotency: { order: byCreated },
  _job: {
    order: (job) => job.at,
    indexes: { clock: (job) => job.clock ?? "account", subject: (job) => job.subject },
  },
  _meter_event: {
    order: (event) => event.timestamp,
    indexes: {
      use: (event) => `${event.meter} ${event.customer}`,
      identifier: (event) => event.identifier,
    },
  },
  _signing_secret: {},
  _state: {},
};

/** What showing an object needs of its kind's shape. */
export interface Showing {
  readonly expandOnly?: readonly string[];
  readonly hidden?: readonly string[];
  readonly lists?: Readonly<Record<string, string>>;
  readonly uncounted?: readonly string[];
}

const SHOWN: ReadonlyMap<string, Showing> = new Map(Object.entries<Showing>(SHAPES));

/** How objects of a kind are shown; undefined for a name that is no kind. */
export function showing(kind: string): Showing | undefined {
  return SHOWN.get(kind);
}

/** Whether the stand-in has objects of this kind, named as their `object` field is. */
export function isKind(name: string): name is Kind {
  return SHOWN.has(name);
}
