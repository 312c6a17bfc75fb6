import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { taxIdName } from "@/lib/billing/details/tax-id-types";
import type { OwnTaxId } from "@/lib/billing/queries/tax-ids";

type TaxIdsProps = { taxIds: readonly OwnTaxId[]; remove: (form: FormData) => Promise<void> };

/** The tax numbers that stand on the invoices, each with a way to take it off. */
export function TaxIds({ taxIds, remove }: TaxIdsProps) {
  if (taxIds.length === 0) {
    return (
      <p className="text-ink-soft">
        None stands on your invoices. A person buying for themselves needs none.
      </p>
    );
  }
  return (
    <ul className="border-t border-line">
      {taxIds.map(({ id, type, value, verified }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-4">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-mono break-all">{value}</p>
            <p className="flex flex-wrap gap-x-4 text-15 text-ink-soft">
              {taxIdName(type)}
              {verified === true && <Status tone="good">Known to its register</Status>}
              {verified === false && <Status tone="warn">Not known to its register</Status>}
            </p>
          </div>
          <form action={remove}>
            <input type="hidden" name="tax_id" value={id} />
            <SubmitButton variant="plain" pendingLabel="Removing" aria-label={`Remove: ${value}`}>
              Remove
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
