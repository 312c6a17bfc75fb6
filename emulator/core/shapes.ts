import type { Kind, Kinds } from "./kinds";
import type { TableShape } from "./table";

/** What the core must know of a kind to keep it and to show it. */
export interface Shape<K extends Kind> extends TableShape<Kinds[K]> {
  /** Top-level fields that are left out of answers unless expanded. */
  readonly expandOnly?: readonly (keyof Kinds[K] & string)[];
  /** Fields that are lists of other objects: the kind of the members, and where the whole list is served. */
  readonly lists?: {
    readonly [Field in keyof Kinds[K] & string]?: {
      readonly of: Kind;
      readonly url: (object: Kinds[K]) => string;
    };
  };
  /** Fields we keep on the object but never show. */
  readonly hidden?: readonly (keyof Kinds[K] & string)[];
}

const byCreated = (object: { readonly created: number }) => object.created;

/** Every kind's shape; a kind without an entry doesn't compile. */
export const SHAPES: { readonly [K in Kind]: Shape<K> } = {
  account: {},
  balance_transaction: { order: byCreated },
  charge: {
    order: byCreated,
    indexes: { customer: (charge) => charge.customer, payment_intent: (charge) => charge.payment_intent },
    expandOnly: ["refunds"],
    lists: { refunds: { of: "refund", url: (charge) => `/v1/charges/${charge.id}/refunds` } },
  },
  customer: {
    order: byCreated,
    indexes: { email: (customer) => customer.email },
    expandOnly: ["tax", "subscriptions", "sources", "tax_ids", "invoice_credit_balance"],
    lists: {
      subscriptions: {
        of: "subscription",
        url: (customer) => `/v1/customers/${customer.id}/subscriptions`,
      },
    },
  },
  "entitlements.active_entitlement": {
    indexes: { customer: (entitlement) => entitlement.customer },
    hidden: ["customer"],
  },
  "entitlements.feature": { indexes: { lookup_key: (feature) => feature.lookup_key } },
  event: { order: byCreated, indexes: { type: (event) => event.type } },
  invoice: {
    order: byCreated,
    indexes: {
      customer: (invoice) => invoice.customer,
      subscription: (invoice) => invoice.parent?.subscription_details?.subscription,
    },
    expandOnly: ["confirmation_secret", "payments"],
    lists: {
      lines: { of: "line_item", url: (invoice) => `/v1/invoices/${invoice.id}/lines` },
      payments: { of: "invoice_payment", url: (invoice) => `/v1/invoice_payments?invoice=${invoice.id}` },
    },
  },
  invoice_payment: {
    order: byCreated,
    indexes: {
      invoice: (payment) => payment.invoice,
      payment_intent: (payment) => payment.payment.payment_intent,
    },
  },
  invoiceitem: { order: (item) => item.date, indexes: { customer: (item) => item.customer } },
  line_item: { indexes: { invoice: (line) => line.invoice } },
  payment_intent: { order: byCreated, indexes: { customer: (intent) => intent.customer } },
  payment_method: { order: byCreated, indexes: { customer: (method) => method.customer } },
  price: {
    order: byCreated,
    indexes: { product: (price) => price.product, lookup_key: (price) => price.lookup_key },
    expandOnly: ["tiers", "currency_options"],
  },
  product: { order: byCreated },
  product_feature: { indexes: { product: (feature) => feature.product }, hidden: ["product"] },
  refund: { order: byCreated, indexes: { charge: (refund) => refund.charge } },
  setup_attempt: { order: byCreated },
  setup_intent: { order: byCreated, indexes: { customer: (intent) => intent.customer } },
  subscription: {
    order: byCreated,
    indexes: { customer: (subscription) => subscription.customer },
    lists: {
      items: {
        of: "subscription_item",
        url: (subscription) => `/v1/subscription_items?subscription=${subscription.id}`,
      },
    },
  },
  subscription_item: {
    order: byCreated,
    indexes: { subscription: (item) => item.subscription, price: (item) => item.price },
  },
  webhook_endpoint: { order: byCreated },
  _card: {},
  _challenge: { indexes: { intent: (challenge) => challenge.intent } },
  _deleted: {},
  _job: {
    order: (job) => job.at,
    indexes: { clock: (job) => job.clock ?? "account", subject: (job) => job.subject },
  },
};
