import type { Work } from "../../core/work";

/** Takes the customer's next invoice number, `PREFIX-0001`. */
export function takeNumber(work: Work, customerId: string): string {
  const customer = work.store.must("customer", customerId);
  const sequence = customer.next_invoice_sequence ?? 1;
  work.store.update("customer", customerId, { next_invoice_sequence: sequence + 1 });
  return `${customer.invoice_prefix}-${String(sequence).padStart(4, "0")}`;
}
