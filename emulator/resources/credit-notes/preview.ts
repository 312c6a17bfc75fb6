import { countedPage } from "../../core/counted-page";
import { expandTree } from "../../core/expand-paths";
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

/**
 * A page of a previewed credit note's lines. They are made anew for each page: what they are called has to follow
 * from their place. https://docs.stripe.com/api/credit_notes/preview_lines
 */
export const listPreviewLines = operation("creditNotes.listPreviewLineItems", (call) => {
  const lines = issued(call).lines.map((id, index) => ({
    ...render(call.store, call.store.must("credit_note_line_item", id)),
    id: `cnli_preview${index}`,
    object: "credit_note_line_item",
  }));
  call.store.undo();
  return countedPage(call.params, lines, {
    noun: "credit note line item",
    url: "/v1/credit_notes/preview/lines",
  });
});
