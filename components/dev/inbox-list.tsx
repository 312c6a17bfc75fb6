import type { Listed } from "@/lib/email/queries/inbox";
import { SentAt } from "./sent-at";

/** The mails of the inbox: what each is about, for whom, and when it came. */
export function InboxList({ mails, locale }: { mails: readonly Listed[]; locale: string }) {
  return (
    <ol className="border-t border-line">
      {mails.map(({ id, subject, recipient, sentAt }) => (
        <li key={id} className="border-b border-line">
          {/* A page of its own, not one drawn into this: the mail's styles carry the nonce it comes with. */}
          <a
            href={`/dev/inbox/${id}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4 decoration-accent underline-offset-4 hover:underline"
          >
            <span className="text-17 font-medium">{subject}</span>
            <span className="text-13 text-ink-soft">
              <SentAt value={sentAt} locale={locale} />
            </span>
            <span className="w-full text-15 break-words text-ink-soft">{recipient}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
