import { itemOf, recount } from "../../billing/invoices/recount";
import { linesOf } from "../../billing/invoices/totals-of";
import { taxRatesOf } from "../../billing/tax/rates";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingReference, notFound } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { addressed, referenced, remove } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Call, Work } from "../../core/work";
import { changeItem } from "../invoice-items/change-item";
import { draftOf, makeItem } from "../invoice-items/make-item";

type Invoice = Held<"invoice">;
type Changes = ParamsOf<"invoices.updateLineItem">;

/** Each new line is an invoice item of its own, or one that waits. https://docs.stripe.com/api/invoice-line-item/bulk */
export const addInvoiceLines = operation("invoices.addLines", (call) =>
  changeLines(call, (draft) => {
    for (const [index, line] of call.params.lines.entries()) {
      refuseUnbuilt(line, ["price_data", "quantity_decimal", "tax_amounts"]);
      const { amount, description, discountable, discounts, invoice_item: pending } = line;
      const { metadata, period, pricing, quantity, tax_rates: rates } = line;
      if (pending !== undefined) join(call, draft, pending, `lines[${index}][invoice_item]`);
      else {
        if (amount !== undefined && quantity !== undefined) {
          throw invalidRequest("You may only specify one of these parameters: amount, quantity.", {
            param: `lines[${index}][amount]`,
          });
        }
        makeItem(call, {
          ...(amount === undefined ? {} : { amount }),
          currency: draft.currency,
          customer: draft.customer ?? "",
          invoice: draft.id,
          ...(description === undefined ? {} : { description }),
          ...(discountable === undefined ? {} : { discountable }),
          ...(discounts ? { discounts } : {}),
          ...(metadata ? { metadata } : {}),
          ...(period === undefined ? {} : { period }),
          ...(pricing === undefined ? {} : { pricing }),
          ...(quantity === undefined ? {} : { quantity }),
          ...(rates ? { tax_rates: rates } : {}),
        });
      }
    }
  }),
);

/** A line's item is deleted, or waits for another invoice. https://docs.stripe.com/api/invoice/remove_lines */
export const removeInvoiceLines = operation("invoices.removeLines", (call) =>
  changeLines(call, (draft) => {
    for (const [index, { behavior, id }] of call.params.lines.entries()) {
      const item = itemOf(lineOn(call, draft, id, `lines[${index}][id]`));
      if (item === null) {
        throw invalidRequest("Lines of a subscription's own items can't be removed.", {
          param: `lines[${index}][id]`,
        });
      }
      if (behavior === "unassign") call.store.update("invoiceitem", item, { invoice: null });
      else remove(call, "invoiceitem", item);
    }
  }),
);

/** https://docs.stripe.com/api/invoice/update_lines */
export const updateInvoiceLines = operation("invoices.updateLines", (call) =>
  changeLines(call, (draft) => {
    for (const [index, { id, ...changes }] of call.params.lines.entries()) {
      changeLine(call, draft, lineOn(call, draft, id, `lines[${index}][id]`), changes);
    }
  }),
);

/** https://docs.stripe.com/api/invoice-line-item/update */
export const updateInvoiceLineItem = operation("invoices.updateLineItem", (call) => {
  const draft = draftOf(call, call.path.invoiceId ?? "");
  const before = call.snapshot(draft);
  const line = call.store.get("line_item", call.id);
  if (line?.invoice !== draft.id) throw notFound("invoice line item", call.id);
  changeLine(call, draft, line, call.params);
  call.emit("invoice.updated", recount(call, call.store.must("invoice", draft.id), []), before);
  return call.store.must("line_item", line.id);
});

type Bulk = Call<Pick<ParamsOf<"invoices.addLines">, "invoice_metadata">>;

/** Changes a draft's lines all together, or none. Emits `invoice.updated`. */
function changeLines(call: Bulk, change: (draft: Invoice) => void): Invoice {
  const draft = draftOf(call, addressed(call, "invoice", "invoice").id);
  const before = call.snapshot(draft);
  change(draft);
  const metadata = mergeMetadata(draft.metadata, call.params.invoice_metadata);
  const changed = call.store.update("invoice", draft.id, { metadata });
  const counted = recount(call, changed, []);
  call.emit("invoice.updated", counted, before);
  return counted;
}

function changeLine(work: Work, draft: Invoice, line: Held<"line_item">, changes: Changes): void {
  refuseUnbuilt(changes, ["tax_amounts"]);
  const item = itemOf(line);
  if (item !== null) {
    const changed = changeItem(work, work.store.must("invoiceitem", item), changes);
    recount(work, work.store.must("invoice", draft.id), [changed]);
    return;
  }
  refuseUnbuilt(changes, ["amount", "discounts", "price_data", "pricing", "quantity", "quantity_decimal"]);
  const { description, discountable, metadata, period, tax_rates: rates } = changes;
  work.store.update("line_item", line.id, {
    description: description ?? line.description,
    discountable: discountable ?? line.discountable,
    metadata: mergeMetadata(line.metadata, metadata),
    period: period ?? line.period,
    ...(rates === undefined ? {} : { tax_rates: taxRatesOf(work, rates || [], "tax_rates") }),
  });
}

/** Puts an invoice item that waits on the draft. */
function join(work: Work, draft: Invoice, id: string, param: string): void {
  const item = referenced(work, "invoiceitem", id, param);
  if (item.invoice !== null || item.customer !== draft.customer) {
    throw invalidRequest("This invoice item doesn't wait for an invoice of this customer.", { param });
  }
  const joined = work.store.update("invoiceitem", id, { invoice: draft.id });
  recount(work, work.store.must("invoice", draft.id), [joined]);
}

function lineOn(work: Work, draft: Invoice, id: string, param: string): Held<"line_item"> {
  const line = linesOf(work, work.store.must("invoice", draft.id)).find((one) => one.id === id);
  if (line === undefined) throw missingReference("invoice line item", id, param);
  return line;
}
