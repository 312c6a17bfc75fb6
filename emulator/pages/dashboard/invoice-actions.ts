import type { Json } from "../backend";
import { numberAt, textAt } from "../json";
import { type Action, button } from "./action";

/** What a credit note says it is for. */
const REASONS = ["", "duplicate", "fraudulent", "order_change", "product_unsatisfactory"];

/** The steps an invoice may take by hand, by its status. */
const STEPS: Readonly<Record<string, (invoice: Json, path: string) => Action[]>> = {
  draft: (_invoice, path) => [
    button("finalize", "Finalize", `${path}/finalize`),
    { ...button("delete", "Delete", path), method: "DELETE", ends: true },
  ],
  open: (invoice, path) => [
    button("pay", "Pay", `${path}/pay`),
    button("elsewhere", "Paid elsewhere", `${path}/pay`, { paid_out_of_band: "true" }),
    button("uncollectible", "Mark as uncollectible", `${path}/mark_uncollectible`),
    button("void", "Void", `${path}/void`),
    credit(invoice, numberAt(invoice, "amount_remaining"), []),
  ],
  paid: (invoice) => {
    const left = numberAt(invoice, "amount_paid") - numberAt(invoice, "post_payment_credit_notes_amount");
    return left <= 0 ? [] : [credit(invoice, left, GIVEN_BACK)];
  },
  uncollectible: (_invoice, path) => [button("pay", "Pay", `${path}/pay`)],
};

/** Where what is taken back of a paid invoice goes. */
const GIVEN_BACK: Action["fields"] = [
  { name: "refund_amount", label: "To the card", value: "", hint: "in minor units" },
  { name: "credit_amount", label: "To the balance", value: "", hint: "in minor units" },
];

/** What can be done with an invoice in its status. https://docs.stripe.com/invoicing/overview#invoice-statuses */
export function invoiceActions(invoice: Json): Action[] {
  return STEPS[textAt(invoice, "status")]?.(invoice, `/v1/invoices/${textAt(invoice, "id")}`) ?? [];
}

/** A credit note over what is left of an invoice at most. https://docs.stripe.com/invoicing/dashboard/credit-notes */
function credit(invoice: Json, left: number, further: Action["fields"]): Action {
  return {
    ...button("credit", "Issue credit note", "/v1/credit_notes", { invoice: textAt(invoice, "id") }),
    fields: [
      { name: "amount", label: "Amount", value: "", hint: `up to ${left}` },
      ...further,
      { name: "reason", label: "Reason", value: "", options: REASONS },
    ],
  };
}
