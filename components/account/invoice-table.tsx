import { DateText } from "@/components/ui/date-text";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { InvoiceStatus } from "@/lib/billing/invoices/invoice-status";
import type { OwnInvoice } from "@/lib/billing/queries/invoices";
import { formatMoney } from "@/lib/money";

const states: Record<InvoiceStatus, { tone: Tone; text: string }> = {
  open: { tone: "warn", text: "To be paid" },
  paid: { tone: "good", text: "Paid" },
  uncollectible: { tone: "bad", text: "Not paid" },
  void: { tone: "info", text: "Withdrawn" },
};

/** Invoices with what each is about, and the ways to read or pay it. */
export function InvoiceTable({ invoices, locale }: { invoices: OwnInvoice[]; locale: string }) {
  return <Table caption="Your invoices" columns={columns(locale)} rows={invoices} keyOf={({ id }) => id} />;
}

function columns(locale: string): Column<OwnInvoice>[] {
  return [
    { head: "Date", cell: ({ created }) => <DateText value={created} locale={locale} /> },
    { head: "Invoice", cell: ({ number }) => <span className="font-mono text-13">{number ?? "None"}</span> },
    {
      head: "Status",
      cell: ({ status }) => <Status tone={states[status].tone}>{states[status].text}</Status>,
    },
    {
      head: "Amount",
      end: true,
      cell: ({ total, currency }) => (
        <span className="font-mono">{formatMoney(total, currency, locale)}</span>
      ),
    },
    { head: "Links", end: true, cell: (invoice) => <InvoiceLinks invoice={invoice} /> },
  ];
}

/** Large enough for a thumb, where rows are blocks. */
const target = "max-sm:inline-flex max-sm:min-h-11 max-sm:items-center";

function InvoiceLinks({ invoice: { id, number, status, readable } }: { invoice: OwnInvoice }) {
  const here = `/account/invoices/${id}`;
  const named = number ?? "without a number";
  return (
    <span className="inline-flex flex-wrap justify-end gap-x-4">
      {status === "open" && (
        <TextLink className={target} href={`${here}/pay`} aria-label={`Pay now: invoice ${named}`}>
          Pay now
        </TextLink>
      )}
      {readable && (
        <>
          <TextLink className={target} href={`${here}/page`} aria-label={`View invoice ${named}`}>
            View
          </TextLink>
          <TextLink className={target} href={`${here}/pdf`} aria-label={`PDF of invoice ${named}`}>
            PDF
          </TextLink>
        </>
      )}
    </span>
  );
}
