import { money } from "../billing/money";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { billedTo } from "./party";
import { type Total, totalsOf } from "./totals";

type Invoice = Held<"invoice">;

export type InvoiceStatus = Exclude<NonNullable<Invoice["status"]>, "draft">;

/** Times are Unix seconds, amounts as people write them. */
export interface InvoiceView {
  readonly status: InvoiceStatus;
  readonly number: string;
  readonly seller: string;
  /** The customer's name, address, e-mail and tax ids, as far as they are known. */
  readonly billedTo: readonly string[];
  readonly issued: number;
  readonly due: number | null;
  readonly paid: number | null;
  /** What was to be paid when it was issued, and what is left of that. */
  readonly amountDue: string;
  readonly amountRemaining: string;
  readonly lines: readonly InvoiceLine[];
  readonly totals: readonly Total[];
  readonly memo: string | null;
  readonly footer: string | null;
  /** What a browser needs to pay it; null where nothing is to be paid. */
  readonly payment: { readonly publishableKey: string; readonly clientSecret: string } | null;
}

export interface InvoiceLine {
  readonly description: string;
  readonly quantity: number | null;
  readonly amount: string;
  /** Null where the line is about a moment. */
  readonly period: { readonly start: number; readonly end: number } | null;
}

/** What an invoice's page and PDF say; null for a draft, which is nobody's business yet. */
export function invoiceView(work: Work, id: string, publishableKey: string): InvoiceView | null {
  const invoice = work.store.must("invoice", id);
  const { status } = invoice;
  if (status === null || status === "draft") return null;
  const secret = status === "open" ? invoice.confirmation_secret : null;
  return {
    status,
    number: invoice.number ?? invoice.id,
    seller: invoice.account_name ?? "",
    billedTo: billedTo(invoice),
    issued: invoice.effective_at ?? invoice.created,
    due: invoice.due_date,
    paid: invoice.status_transitions.paid_at,
    amountDue: money(invoice.amount_due, invoice.currency),
    amountRemaining: money(invoice.amount_remaining, invoice.currency),
    lines: invoice.lines.map((line) => lineOf(work.store.must("line_item", line))),
    totals: totalsOf(work, invoice),
    memo: invoice.description,
    footer: invoice.footer,
    payment: secret ? { publishableKey, clientSecret: secret.client_secret } : null,
  };
}

function lineOf({ description, quantity, amount, currency, period }: Held<"line_item">): InvoiceLine {
  return {
    description: description ?? "",
    quantity,
    amount: money(amount, currency),
    period: period.end > period.start ? period : null,
  };
}
