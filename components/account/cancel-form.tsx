import { Choices } from "@/components/ui/choices";
import { controlClass } from "@/components/ui/control-class";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { MOST_WORDS } from "@/lib/billing/subscription/own-words";
import { reasons } from "./cancel-words";

type CancelFormProps = {
  action: (form: FormData) => Promise<void>;
  /** How the subscription stands; see stamp.ts. */
  stamp: string;
  /** The end of the period that is paid, or free, written out; null where nothing is open any more, and it can end but now. */
  end: string | null;
  /** Whether something was used that is billed with the end. */
  billed: boolean;
};

/** When to end and why; the reason may be left out. */
export function CancelForm({ action, stamp, end, billed }: CancelFormProps) {
  return (
    <form action={action} className="space-y-8">
      <input type="hidden" name="seen" value={stamp} />
      {end === null ? (
        <input type="hidden" name="when" value="now" />
      ) : (
        <Choices
          name="when"
          legend="When"
          choices={[
            {
              value: "period_end",
              label: `On ${end}`,
              hint: `Everything stays open until then, and until then you can take this back.${billed ? " What you use is billed then." : ""}`,
            },
            {
              value: "now",
              label: "Now",
              hint: `Everything your plan opens closes at once, for good.${billed ? " What you have used is billed today." : ""}`,
            },
          ]}
        />
      )}
      <Field id="feedback" label="Why do you leave?" hint="You needn't say. It helps us to do better.">
        {(control) => (
          <Select {...control} name="feedback" defaultValue="">
            <option value="">I'd rather not say</option>
            {Object.entries(reasons).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="comment" label="In your own words">
        {(control) => (
          <textarea {...control} name="comment" rows={3} maxLength={MOST_WORDS} className={controlClass} />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/account" variant="primary">
          Keep my subscription
        </LinkButton>
        <SubmitButton variant="quiet" pendingLabel="Canceling">
          Cancel my subscription
        </SubmitButton>
      </div>
    </form>
  );
}
