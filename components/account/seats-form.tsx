import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type SeatsFormProps = { priceKey: string; seats: number; most: number };

/** Leads to the preview of a change to another number of seats. */
export function SeatsForm({ priceKey, seats, most }: SeatsFormProps) {
  return (
    <form action="/account/plan" className="space-y-6">
      <input type="hidden" name="price" value={priceKey} />
      <TextField
        id="seats"
        type="number"
        inputMode="numeric"
        label="Seats"
        hint={`From 1 to ${most}.`}
        min={1}
        max={most}
        step={1}
        required
        defaultValue={seats}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel="Counting">See what it costs</SubmitButton>
        <LinkButton href="/account">Keep {seats === 1 ? "one seat" : `${seats} seats`}</LinkButton>
      </div>
    </form>
  );
}
