import type { Operation } from "./core/operation";
import { listPreviewLines, previewCreditNote } from "./resources/credit-notes/preview";
import { listCreditNoteLines, listCreditNotes, retrieveCreditNote } from "./resources/credit-notes/read";
import { createCreditNote, updateCreditNote, voidCreditNoteOperation } from "./resources/credit-notes/write";

/** What takes something back of an invoice. */
export const CREDIT_NOTE_OPERATIONS: readonly Operation[] = [
  createCreditNote,
  listCreditNoteLines,
  listCreditNotes,
  listPreviewLines,
  previewCreditNote,
  retrieveCreditNote,
  updateCreditNote,
  voidCreditNoteOperation,
];
