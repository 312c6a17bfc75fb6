import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InboxList } from "@/components/dev/inbox-list";
import { Column } from "@/components/ui/column";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { isInboxOpen } from "@/lib/email/inbox";
import { listInbox } from "@/lib/email/queries/inbox";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Inbox" };

/** Where mail goes in development. There is no such page in production. */
export default async function InboxPage() {
  if (!isInboxOpen()) notFound();
  const [mails, locale] = await Promise.all([listInbox(), visitorLocale()]);
  return (
    <Column width="reading">
      <PageTitle lead="Every mail the application would have sent. With SMTP_URL set, mail goes out instead.">
        Inbox
      </PageTitle>
      {mails.length > 0 ? (
        <InboxList mails={mails} locale={locale} />
      ) : (
        <Empty title="No mail yet" action={<LinkButton href="/pricing">See the plans</LinkButton>}>
          People are written to when they sign up, when they buy, and when something becomes of their plan.
        </Empty>
      )}
    </Column>
  );
}
