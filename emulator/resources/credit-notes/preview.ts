import { expandTree } from "../../core/expand-paths";
import { page } from "../../core/lists";
import { operation } from "../../core/operation";
import { render } from "../../core/render";
import { issued } from "./write";

/**
 * Shows a credit note by issuing it and taking it back, so that it is to the cent what would be issued.
 * https://docs.stripe.com/api/credit_notes/preview
 */
export const previewCreditNote = operation("creditNotes.preview", (call) => {
  const shown = render(call.store, issued(call), expandTree(call.expand, "credit_note"));
  call.store.undo();
  return { ...shown, object: "credit_note" };
});

/** https://docs.stripe.com/api/credit_notes/preview_lines */
export const listPreviewLines = operation("creditNotes.listPreviewLineItems", (call) => {
  const { id } = issued(call);
  const url = "/v1/credit_notes/preview/lines";
  const lines = page(call, { kind: "credit_note_line_item", url, by: ["credit_note", id] });
  const data = lines.data.map((line) => render(call.store, line));
  call.store.undo();
  return { ...lines, data };
});
