import { DateText } from "@/components/ui/date-text";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OwnKey } from "@/lib/billing/queries/api-keys";

type KeyListProps = { keys: readonly OwnKey[]; locale: string; revoke: (form: FormData) => Promise<void> };

/** A person's keys, when each was used last, and the end of each. */
export function KeyList({ keys, locale, revoke }: KeyListProps) {
  return (
    <ul className="border-t border-line">
      {keys.map(({ id, name, prefix, createdAt, lastUsedAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-4">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium wrap-anywhere">{name}</p>
            <p className="text-15 text-ink-soft">
              <span className="font-mono text-13">{prefix}…</span>, made on{" "}
              <DateText value={createdAt} locale={locale} />,{" "}
              {lastUsedAt ? (
                <>
                  last used on <DateText value={lastUsedAt} locale={locale} />
                </>
              ) : (
                "never used"
              )}
            </p>
          </div>
          <form action={revoke}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="plain" pendingLabel="Revoking" aria-label={`Revoke ${name}`}>
              Revoke
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
