import * as catalogue from "@/db/schema/stripe/catalogue";
import * as entitlements from "@/db/schema/stripe/entitlements";
import * as invoicing from "@/db/schema/stripe/invoices";
import * as payments from "@/db/schema/stripe/payments";
import * as people from "@/db/schema/stripe/people";
import * as subscribing from "@/db/schema/stripe/subscriptions";
import { entitlementSummary, productFeatureList } from "./gathered";
import type { Mirrored } from "./mirrored";

function one<Types extends Record<string, Mirrored>>(types: Types): Types {
  return types;
}

/**
 * Every type the mirror keeps, under the name that Stripe's objects carry in `object`. An event carries the
 * type its object names; `toldBy` adds events of other objects. A new type is a table and a line here.
 */
// biome-ignore format: a table, one line for each type
const registry = one({
  customer: { table: people.customers, path: "/v1/customers", apartByClock: true, often: true, clock: "own", deletedBy: "customer.deleted", toldBy: { discount: "customer" } },
  payment_method: { table: people.paymentMethods, path: "/v1/payment_methods", each: { of: "customer", list: (id) => `/v1/customers/${encodeURIComponent(id)}/payment_methods` }, clock: "unknown" },
  tax_id: { table: people.taxIds, path: "/v1/tax_ids", each: { of: "customer", list: (id) => `/v1/customers/${encodeURIComponent(id)}/tax_ids` }, clock: "customer", deletedBy: "customer.tax_id.deleted" },

  product: { table: catalogue.products, path: "/v1/products", clock: "none", deletedBy: "product.deleted" },
  price: { table: catalogue.prices, path: "/v1/prices", expand: ["currency_options"], queries: ["active=true", "active=false"], clock: "none", deletedBy: "price.deleted" },
  coupon: { table: catalogue.coupons, path: "/v1/coupons", clock: "none", deletedBy: "coupon.deleted" },
  promotion_code: { table: catalogue.promotionCodes, path: "/v1/promotion_codes", clock: "none" },
  tax_rate: { table: catalogue.taxRates, path: "/v1/tax_rates", clock: "none" },
  "billing.meter": { table: catalogue.meters, path: "/v1/billing/meters", undated: true, clock: "none" },

  "entitlements.feature": { table: entitlements.features, path: "/v1/entitlements/features", undated: true, clock: "none" },
  product_feature_list: { table: entitlements.productFeatureLists, path: "/v1/products", each: { of: "product", list: (id) => `/v1/products/${encodeURIComponent(id)}/features` }, gather: productFeatureList, clock: "none", toldBy: { product: "id" } },
  "entitlements.active_entitlement_summary": { table: entitlements.entitlementSummaries, path: "/v1/entitlements/active_entitlements", each: { of: "customer", list: (id) => `/v1/entitlements/active_entitlements?customer=${encodeURIComponent(id)}` }, gather: entitlementSummary, clock: "unknown", toldBy: { "customer.deleted": "id" } },

  subscription: { table: subscribing.subscriptions, path: "/v1/subscriptions", queries: ["status=all"], apartByClock: true, often: true, clock: "own" },
  subscription_schedule: { table: subscribing.subscriptionSchedules, path: "/v1/subscription_schedules", clock: "own" },
  invoice: { table: invoicing.invoices, path: "/v1/invoices", fleeting: ["hosted_invoice_url", "invoice_pdf"], often: true, clock: "own", deletedBy: "invoice.deleted" },
  invoiceitem: { table: invoicing.invoiceItems, path: "/v1/invoiceitems", clock: "own", deletedBy: "invoiceitem.deleted" },
  invoice_payment: { table: invoicing.invoicePayments, path: "/v1/invoice_payments", clock: "unknown" },
  credit_note: { table: invoicing.creditNotes, path: "/v1/credit_notes", fleeting: ["pdf"], clock: "customer" },

  payment_intent: { table: payments.paymentIntents, path: "/v1/payment_intents", often: true, clock: "customer" },
  setup_intent: { table: payments.setupIntents, path: "/v1/setup_intents", clock: "customer" },
  charge: { table: payments.charges, path: "/v1/charges", fleeting: ["receipt_url"], often: true, clock: "customer", toldBy: { refund: "charge" } },
  refund: { table: payments.refunds, path: "/v1/refunds", clock: "unknown" },
  dispute: { table: payments.disputes, path: "/v1/disputes", clock: "unknown" },
  balance_transaction: { table: payments.balanceTransactions, path: "/v1/balance_transactions", clock: "unknown" },
  "checkout.session": { table: payments.checkoutSessions, path: "/v1/checkout/sessions", clock: "customer" },
});

export type MirroredType = keyof typeof registry;

export const mirroredTypes = Object.keys(registry).filter(isMirrored);

/** Whether objects of this name are kept. */
export function isMirrored(object: unknown): object is MirroredType {
  return typeof object === "string" && Object.hasOwn(registry, object);
}

/** How the mirror treats a type. */
export function mirrored(type: MirroredType): Mirrored {
  return registry[type];
}
