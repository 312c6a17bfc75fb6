import { type CreditAsked, issueCreditNote } from "../../billing/credit-notes/issue";
import { voidCreditNote } from "../../billing/credit-notes/void";
import { refuseUnbuilt } from "../../billing/unbuilt";
import type { Held } from "../../core/kinds";
import { addressed, referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Call } from "../../core/work";

type Params = ParamsOf<"creditNotes.create">;

/** https://docs.stripe.com/api/credit_notes/create */
export const createCreditNote = operation("creditNotes.create", issued);

/** What a request to create or to preview a credit note comes to. */
export function issued(call: Call<Params>): Held<"credit_note"> {
  const { params } = call;
  refuseUnbuilt(params, ["shipping_cost"]);
  return issueCreditNote(call, referenced(call, "invoice", params.invoice, "invoice"), askedIn(params));
}

function askedIn({ metadata, ...params }: Params): CreditAsked {
  return { ...params, metadata: mergeMetadata(null, metadata) };
}

/** Only what is said beside it; its amounts stay what they are. https://docs.stripe.com/api/credit_notes/update */
export const updateCreditNote = operation("creditNotes.update", (call) => {
  const note = addressed(call, "credit_note");
  const before = call.snapshot(note);
  const updated = call.store.update("credit_note", note.id, {
    memo: call.params.memo ?? note.memo,
    metadata: mergeMetadata(note.metadata, call.params.metadata),
  });
  call.emit("credit_note.updated", updated, before);
  return updated;
});

/** https://docs.stripe.com/api/credit_notes/void */
export const voidCreditNoteOperation = operation("creditNotes.voidCreditNote", (call) =>
  voidCreditNote(call, addressed(call, "credit_note")),
);
