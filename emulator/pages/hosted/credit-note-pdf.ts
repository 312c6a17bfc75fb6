import type { CreditNoteView } from "../../hosted/credit-note-view";
import type { Download } from "../page";
import { Sheet } from "./sheet";
import { day } from "./words";

/** A credit note on paper. */
export async function creditNotePdf(note: CreditNoteView): Promise<Download> {
  const sheet = new Sheet({
    Title: `Credit note ${note.number}`,
    Author: note.seller,
    CreationDate: new Date(note.issued * 1000),
  });
  sheet.row(
    { text: "Credit note", share: 0.5, size: 22, strong: true },
    { text: note.seller, share: 0.5, size: 14, right: true },
  );
  sheet.gap(16);
  for (const [label, value] of factsOf(note)) {
    sheet.row({ text: label, share: 0.3, soft: true }, { text: value, share: 0.7 });
  }
  sheet.gap(20);
  sheet.row({ text: "From", share: 0.5, strong: true }, { text: "Credited to", share: 0.5, strong: true });
  sheet.row({ text: note.seller, share: 0.5 }, { text: note.creditedTo.join("\n"), share: 0.5 });
  sheet.gap(24);
  const headings = [
    { text: "Description", share: 0.75, soft: true },
    { text: "Amount", share: 0.25, soft: true, right: true },
  ];
  const lines = note.lines.map(({ description, amount }) => [
    [
      { text: description, share: 0.75 },
      { text: amount, share: 0.25, right: true },
    ],
  ]);
  sheet.table(headings, lines);
  sheet.gap(4);
  sheet.together(
    note.totals.map(({ label, amount }, index) => {
      const strong = index === note.totals.length - 1;
      return [
        { text: "", share: 0.45 },
        { text: label, share: 0.3, strong, below: 4 },
        { text: amount, share: 0.25, strong, right: true },
      ];
    }),
  );
  if (note.memo !== null) {
    sheet.gap(16);
    sheet.row({ text: note.memo, share: 1, soft: true });
  }
  return {
    status: 200,
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="CreditNote-${note.number.replace(/[^\w-]/g, "")}.pdf"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
    body: await sheet.end(),
  };
}

function factsOf({
  number,
  invoice,
  issued,
  voided,
}: CreditNoteView): readonly (readonly [string, string])[] {
  return [
    ["Credit note number", number],
    ["Of invoice", invoice],
    ["Issued", day(issued)],
    ...(voided ? [["Status", "Voided: nothing is credited"] as const] : []),
  ];
}
