import { invoiceOfIntent } from "../billing/invoices/payment";
import { money } from "../billing/money";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

export type ReceiptStatus = "authorized" | "paid" | "partly refunded" | "refunded";

/** Times are Unix seconds, amounts as people write them. */
export interface ReceiptView {
  readonly status: ReceiptStatus;
  readonly seller: string;
  readonly amount: string;
  readonly paid: number;
  /** "Visa •••• 4242"; null where it wasn't a card. */
  readonly method: string | null;
  readonly description: string | null;
  readonly refunded: string | null;
  /** The invoice that was paid, with the address of its page. */
  readonly invoice: { readonly number: string; readonly address: string } | null;
}

/** What the receipt of a charge that succeeded says. */
export function receiptView(work: Work, id: string): ReceiptView {
  const charge = work.store.must("charge", id);
  const intent = work.store.get("payment_intent", charge.payment_intent ?? "");
  const invoice = intent ? invoiceOfIntent(work, intent) : null;
  return {
    status: statusOf(charge),
    seller: invoice?.account_name ?? "Gatehouse",
    amount: money(charge.captured ? charge.amount_captured : charge.amount, charge.currency),
    paid: charge.created,
    method: methodOf(charge),
    description: charge.description,
    refunded: charge.amount_refunded > 0 ? money(charge.amount_refunded, charge.currency) : null,
    invoice: invoice?.hosted_invoice_url
      ? { number: invoice.number ?? invoice.id, address: invoice.hosted_invoice_url }
      : null,
  };
}

function statusOf(charge: Held<"charge">): ReceiptStatus {
  if (charge.refunded) return "refunded";
  if (!charge.captured) return "authorized";
  return charge.amount_refunded > 0 ? "partly refunded" : "paid";
}

function methodOf({ payment_method_details: details }: Held<"charge">): string | null {
  const card = details?.card;
  if (!card) return null;
  const brand = card.brand ?? "card";
  return `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •••• ${card.last4 ?? ""}`;
}
