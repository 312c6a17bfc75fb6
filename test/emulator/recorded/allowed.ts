/** A difference between what was recorded and what the stand-in answers that is meant, and why. */
export interface Allowance {
  readonly why: string;
  /** Keys that only theirs or only ours has, or another value. */
  readonly kind: "theirs" | "ours" | "value";
  /** Where: names of fields, or the ends of paths, in which `*` is any item of an array. */
  readonly at: readonly string[];
}

const ALLOWED: readonly Allowance[] = [
  {
    why: "came with a later version than was recorded",
    kind: "ours",
    at: [
      "allowed_payment_method_types",
      "billing_schedules",
      "cancellation_details.feedback_option",
      "current_trial",
      "customer_account",
      "electronic_commerce_indicator",
      "invoice_settings.custom_fields",
      "invoice_settings.description",
      "invoice_settings.footer",
      "data.*<credit_note_line_item>.metadata",
      "invoiceitem.net_amount",
      "managed_payments",
      "payment_record",
      "quantity_decimal",
      "refund.customer",
      "refund.payment_method",
      "subtotal",
      "transaction_link_id",
      "trial_settings.end_behavior.billing_cycle_anchor",
    ],
  },
  {
    why: "is sent for old clients, is in no type, and is left out",
    kind: "theirs",
    at: ["destination", "dispute", "order", "plan", "quantity"],
  },
  {
    why: "depends on the ways to pay that the recorded account had switched on beside cards",
    kind: "theirs",
    at: [
      "acss_debit",
      "afterpay_clearpay",
      "alipay",
      "cashapp",
      "klarna",
      "link",
      "us_bank_account",
      "wechat_pay",
    ].map((name) => `payment_method_options.${name}`),
  },
  {
    why: "depends on the ways to pay that the recorded account had switched on beside cards",
    kind: "value",
    at: ["payment_method_types"],
  },
  {
    why: "is the account's own name",
    kind: "value",
    at: ["account_name", "calculated_statement_descriptor"],
  },
  { why: "was made unrecognizable in the recording", kind: "value", at: ["email"] },
  { why: "is a year after it is asked for", kind: "value", at: ["exp_month", "exp_year"] },
  { why: "is a matter of chance", kind: "value", at: ["outcome.risk_score"] },
  { why: "counts what the account did before", kind: "value", at: ["times_redeemed"] },
];

export function isAllowed(path: string, kind: Allowance["kind"]): boolean {
  return ALLOWED.some(
    (allowance) =>
      allowance.kind === kind && allowance.at.some((end) => path === end || path.endsWith(`.${end}`)),
  );
}
