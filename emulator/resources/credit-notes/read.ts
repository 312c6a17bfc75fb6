import { countedPage } from "../../core/counted-page";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveCreditNote = operation("creditNotes.retrieve", (call) => addressed(call, "credit_note"));

/** https://docs.stripe.com/api/credit_notes/list */
export const listCreditNotes = operation("creditNotes.list", (call) => {
  const { created, customer, invoice } = call.params;
  return page(call, {
    kind: "credit_note",
    url: "/v1/credit_notes",
    by:
      invoice !== undefined
        ? ["invoice", invoice]
        : customer !== undefined
          ? ["customer", customer]
          : undefined,
    keep: (note) => within(note.created, created) && (customer === undefined || note.customer === customer),
  });
});

/** https://docs.stripe.com/api/credit_notes/lines */
export const listCreditNoteLines = operation("creditNotes.listLineItems", (call) => {
  const note = addressed(call, "credit_note");
  const lines = note.lines.map((id) => call.store.must("credit_note_line_item", id));
  return countedPage(call.params, lines, {
    noun: "credit note line item",
    url: `/v1/credit_notes/${note.id}/lines`,
  });
});
