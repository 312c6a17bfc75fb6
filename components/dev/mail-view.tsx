import { Section } from "@/components/ui/section";
import type { Received } from "@/lib/email/queries/inbox";
import { SentAt } from "./sent-at";

/** A mail as it went out: its headers, and both of its bodies. The HTML can't run scripts or reach this page. */
export function MailView({ mail, locale }: { mail: Received; locale: string }) {
  return (
    <>
      <Section id="headers" title="Envelope">
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-15">
          <dt className="text-ink-soft">From</dt>
          <dd className="min-w-0 break-words">{mail.sender}</dd>
          <dt className="text-ink-soft">To</dt>
          <dd className="min-w-0 break-words">{mail.recipient}</dd>
          <dt className="text-ink-soft">Sent</dt>
          <dd>
            <SentAt value={mail.sentAt} locale={locale} />
          </dd>
        </dl>
      </Section>
      <Section id="html" title="HTML">
        <iframe
          title="The mail's HTML"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={`<base target="_blank">${mail.html}`}
          className="h-[28rem] w-full rounded-md border border-edge"
        />
      </Section>
      <Section id="text" title="Text">
        <p className="text-15 break-words whitespace-pre-wrap">{mail.text}</p>
      </Section>
    </>
  );
}
