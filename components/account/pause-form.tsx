import { Choices } from "@/components/ui/choices";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";

type PauseFormProps = {
  action: (form: FormData) => Promise<void>;
  /** How the subscription stands; see stamp.ts. */
  stamp: string;
  /** When each length of a pause is over, written out; the shortest first. */
  ends: { periods: number; on: string }[];
  /** What is charged then, written out. */
  price: string;
};

/** For how long a plan rests. */
export function PauseForm({ action, stamp, ends, price }: PauseFormProps) {
  const [first, ...others] = ends.map(({ periods, on }) => ({
    value: String(periods),
    label: periods === 1 ? "One month" : `${periods} months`,
    hint: `It goes on with a payment of ${price} on ${on}.`,
  }));
  if (!first) return null;
  return (
    <form action={action} className="space-y-8">
      <input type="hidden" name="seen" value={stamp} />
      <Choices name="periods" legend="For how long" choices={[first, ...others]} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel="Pausing your plan">Pause my plan</SubmitButton>
        <LinkButton href="/account">Leave it as it is</LinkButton>
      </div>
    </form>
  );
}
