import { derived, mirrorTable } from "./mirror-table";

export const customers = mirrorTable(
  "customers",
  {
    email: derived.text("email"),
    name: derived.text("name"),
    currency: derived.text("currency"),
    balance: derived.integer("balance"),
    delinquent: derived.boolean("delinquent"),
    defaultPaymentMethod: derived.text("invoice_settings.default_payment_method"),
    testClock: derived.text("test_clock"),
    created: derived.time("created"),
  },
  ["email"],
);

export const paymentMethods = mirrorTable(
  "payment_methods",
  {
    customer: derived.text("customer"),
    type: derived.text("type"),
    cardBrand: derived.text("card.brand"),
    cardLast4: derived.text("card.last4"),
    cardFingerprint: derived.text("card.fingerprint"),
    created: derived.time("created"),
  },
  ["customer"],
);

export const taxIds = mirrorTable(
  "tax_ids",
  { customer: derived.text("customer"), type: derived.text("type"), value: derived.text("value") },
  ["customer"],
);
