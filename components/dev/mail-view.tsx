import { Section } from "@/components/ui/section";
import type { Received } from "@/lib/email/queries/inbox";
import { SentAt } from "./sent-at";

type MailViewProps = {
  mail: Received;
  locale: string;
  /** The page's policy holds in the mail's frame as well, where the mail's own styles have to carry its nonce. */
  nonce: string;
};

/** A mail as it went out: its headers, and both of its bodies. The HTML can't run scripts or reach this page. */
export function MailView({ mail, locale, nonce }: MailViewProps) {
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
          {mail.unsubscribe && (
            <>
              <dt className="text-ink-soft">Unsubscribe</dt>
              <dd className="min-w-0 break-words">{mail.unsubscribe}</dd>
            </>
          )}
        </dl>
      </Section>
      <Section id="html" title="HTML">
        <iframe
          title="The mail's HTML"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={`<base target="_blank">${mail.html.replace("<style>", `<style nonce="${nonce}">`)}`}
          className="h-[28rem] w-full rounded-md border border-edge"
        />
      </Section>
      <Section id="text" title="Text">
        <p className="text-15 break-words whitespace-pre-wrap">{mail.text}</p>
      </Section>
    </>
  );
}
