import { operation } from "../core/operation";
import { search } from "../core/search";

/** https://docs.stripe.com/search#query-fields-for-charges */
export const searchCharges = operation("charges.search", (call) =>
  search(call, {
    kind: "charge",
    url: "/v1/charges/search",
    fields: {
      amount: ({ amount }) => amount,
      created: ({ created }) => created,
      currency: ({ currency }) => currency,
      customer: ({ customer }) => customer,
      disputed: ({ disputed }) => disputed,
      metadata: ({ metadata }, key) => metadata[key],
      "payment_method_details.card.brand": (charge) => charge.payment_method_details?.card?.brand,
      "payment_method_details.card.exp_month": (charge) => charge.payment_method_details?.card?.exp_month,
      "payment_method_details.card.exp_year": (charge) => charge.payment_method_details?.card?.exp_year,
      "payment_method_details.card.fingerprint": (charge) => charge.payment_method_details?.card?.fingerprint,
      "payment_method_details.card.last4": (charge) => charge.payment_method_details?.card?.last4,
      refunded: ({ refunded }) => refunded,
      status: ({ status }) => status,
    },
  }),
);

/** https://docs.stripe.com/search#query-fields-for-customers */
export const searchCustomers = operation("customers.search", (call) =>
  search(call, {
    kind: "customer",
    url: "/v1/customers/search",
    fields: {
      created: ({ created }) => created,
      email: ({ email }) => email,
      metadata: ({ metadata }, key) => metadata[key],
      name: ({ name }) => name,
      phone: ({ phone }) => phone,
    },
  }),
);

/** https://docs.stripe.com/search#query-fields-for-invoices */
export const searchInvoices = operation("invoices.search", (call) =>
  search(call, {
    kind: "invoice",
    url: "/v1/invoices/search",
    fields: {
      created: ({ created }) => created,
      currency: ({ currency }) => currency,
      customer: ({ customer }) => customer,
      last_finalization_error_code: (invoice) => invoice.last_finalization_error?.code,
      last_finalization_error_type: (invoice) => invoice.last_finalization_error?.type,
      metadata: ({ metadata }, key) => metadata?.[key],
      number: ({ number }) => number,
      receipt_number: (invoice) => invoice.receipt_number,
      status: ({ status }) => status,
      subscription: (invoice) => invoice.parent?.subscription_details?.subscription,
      total: ({ total }) => total,
    },
  }),
);

/** https://docs.stripe.com/search#query-fields-for-payment-intents */
export const searchPaymentIntents = operation("paymentIntents.search", (call) =>
  search(call, {
    kind: "payment_intent",
    url: "/v1/payment_intents/search",
    fields: {
      amount: ({ amount }) => amount,
      created: ({ created }) => created,
      currency: ({ currency }) => currency,
      customer: ({ customer }) => customer,
      metadata: ({ metadata }, key) => metadata[key],
      status: ({ status }) => status,
    },
  }),
);

/** https://docs.stripe.com/search#query-fields-for-prices */
export const searchPrices = operation("prices.search", (call) =>
  search(call, {
    kind: "price",
    url: "/v1/prices/search",
    fields: {
      active: ({ active }) => active,
      currency: ({ currency }) => currency,
      lookup_key: (price) => price.lookup_key,
      metadata: ({ metadata }, key) => metadata[key],
      product: ({ product }) => product,
      type: ({ type }) => type,
    },
  }),
);

/** https://docs.stripe.com/search#query-fields-for-products */
export const searchProducts = operation("products.search", (call) =>
  search(call, {
    kind: "product",
    url: "/v1/products/search",
    fields: {
      active: ({ active }) => active,
      description: ({ description }) => description,
      metadata: ({ metadata }, key) => metadata[key],
      name: ({ name }) => name,
      shippable: ({ shippable }) => shippable,
      url: ({ url }) => url,
    },
  }),
);

/** https://docs.stripe.com/search#query-fields-for-subscriptions */
export const searchSubscriptions = operation("subscriptions.search", (call) =>
  search(call, {
    kind: "subscription",
    url: "/v1/subscriptions/search",
    fields: {
      canceled_at: (subscription) => subscription.canceled_at,
      created: ({ created }) => created,
      metadata: ({ metadata }, key) => metadata[key],
      status: ({ status }) => status,
    },
  }),
);
