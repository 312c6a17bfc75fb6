import { derived, mirrorTable } from "./mirror-table";

export const paymentIntents = mirrorTable(
  "payment_intents",
  {
    customer: derived.text("customer"),
    /** Minor units of `currency`. */
    amount: derived.integer("amount"),
    amountReceived: derived.integer("amount_received"),
    currency: derived.text("currency"),
    status: derived.text("status"),
    paymentMethod: derived.text("payment_method"),
    latestCharge: derived.text("latest_charge"),
    created: derived.time("created"),
  },
  ["customer"],
);

export const setupIntents = mirrorTable(
  "setup_intents",
  {
    customer: derived.text("customer"),
    status: derived.text("status"),
    paymentMethod: derived.text("payment_method"),
    created: derived.time("created"),
  },
  ["customer"],
);

export const charges = mirrorTable(
  "charges",
  {
    customer: derived.text("customer"),
    paymentIntent: derived.text("payment_intent"),
    amount: derived.integer("amount"),
    amountRefunded: derived.integer("amount_refunded"),
    currency: derived.text("currency"),
    status: derived.text("status"),
    refunded: derived.boolean("refunded"),
    disputed: derived.boolean("disputed"),
    created: derived.time("created"),
  },
  ["customer", "paymentIntent"],
);

export const refunds = mirrorTable(
  "refunds",
  {
    charge: derived.text("charge"),
    paymentIntent: derived.text("payment_intent"),
    amount: derived.integer("amount"),
    currency: derived.text("currency"),
    status: derived.text("status"),
    created: derived.time("created"),
  },
  ["charge", "paymentIntent"],
);

export const disputes = mirrorTable(
  "disputes",
  {
    charge: derived.text("charge"),
    paymentIntent: derived.text("payment_intent"),
    amount: derived.integer("amount"),
    currency: derived.text("currency"),
    status: derived.text("status"),
    reason: derived.text("reason"),
    created: derived.time("created"),
  },
  ["charge", "paymentIntent"],
);

export const balanceTransactions = mirrorTable(
  "balance_transactions",
  {
    source: derived.text("source"),
    amount: derived.integer("amount"),
    fee: derived.integer("fee"),
    net: derived.integer("net"),
    currency: derived.text("currency"),
    type: derived.text("type"),
    status: derived.text("status"),
    created: derived.time("created"),
  },
  ["source"],
);

export const checkoutSessions = mirrorTable(
  "checkout_sessions",
  {
    customer: derived.text("customer"),
    mode: derived.text("mode"),
    status: derived.text("status"),
    paymentStatus: derived.text("payment_status"),
    subscription: derived.text("subscription"),
    paymentIntent: derived.text("payment_intent"),
    clientReferenceId: derived.text("client_reference_id"),
    created: derived.time("created"),
  },
  ["customer"],
);
