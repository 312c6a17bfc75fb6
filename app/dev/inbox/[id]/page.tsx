import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { MailView } from "@/components/dev/mail-view";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { TextLink } from "@/components/ui/text-link";
import { isInboxOpen } from "@/lib/email/inbox";
import { readInbox } from "@/lib/email/queries/inbox";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage({ params }: PageProps<"/dev/inbox/[id]">) {
  if (!isInboxOpen()) notFound();
  const [mail, locale, asked] = await Promise.all([readInbox((await params).id), visitorLocale(), headers()]);
  if (!mail) notFound();
  return (
    <Column>
      <PageTitle lead={<TextLink href="/dev/inbox">All mail</TextLink>}>{mail.subject}</PageTitle>
      <MailView mail={mail} locale={locale} nonce={asked.get("x-nonce") ?? ""} />
    </Column>
  );
}
