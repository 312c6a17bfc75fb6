import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { isReminder, type Reminder, reminders } from "@/lib/email/reminders";

type MailChoicesProps = {
  /** The kinds they don't want. */
  refused: readonly Reminder[];
  /** The kind they came for, to be answered first. */
  asked?: Reminder;
  /** Takes `reminder` and `wanted`, which is "yes" or "no". */
  action: (form: FormData) => Promise<void>;
};

/** The mails that a person may do without, each with the way to have it or not. */
export function MailChoices({ refused, asked, action }: MailChoicesProps) {
  const kinds = Object.keys(reminders).filter(isReminder);
  const ordered = kinds.toSorted((one, other) => Number(other === asked) - Number(one === asked));
  return (
    <ul>
      {ordered.map((kind) => {
        const wanted = !refused.includes(kind);
        const { name, about } = reminders[kind];
        return (
          <li
            key={kind}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-line py-5 last:border-b"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium">{name}</p>
              <p className="mb-1 text-15 text-ink-soft">{about}</p>
              <Status tone={wanted ? "good" : "info"}>
                {wanted ? "We write to you" : "We don't write to you"}
              </Status>
            </div>
            <form action={action}>
              <input type="hidden" name="reminder" value={kind} />
              <input type="hidden" name="wanted" value={wanted ? "no" : "yes"} />
              <SubmitButton
                variant={kind === asked && wanted ? "primary" : "quiet"}
                pendingLabel="Noting it"
                aria-label={`${wanted ? "Stop these mails" : "Write to me again"}: ${name}`}
              >
                {wanted ? "Stop these mails" : "Write to me again"}
              </SubmitButton>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
