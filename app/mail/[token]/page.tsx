import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailChoices } from "@/components/mail/mail-choices";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { readChoice } from "@/lib/email/choice-token";
import { refusalsOf } from "@/lib/email/queries/refusals";
import { chooseByLink } from "./actions";

/** Whoever has the address may choose, so other sites don't get to see it. */
export const metadata: Metadata = {
  title: "What we write to you",
  robots: { index: false },
  referrer: "no-referrer",
};

/** Where a mail's link leads. Looking changes nothing: programs that check mails for danger open every link. */
export default async function MailLinkPage({ params }: PageProps<"/mail/[token]">) {
  const { token } = await params;
  const choice = readChoice(token);
  if (!choice) notFound();
  return (
    <Column width="reading">
      <PageTitle lead="These mails you can do without. What you have paid, what failed and what has ended we write to you in any case.">
        What we write to you
      </PageTitle>
      <MailChoices
        refused={await refusalsOf(choice.userId)}
        asked={choice.reminder}
        action={chooseByLink.bind(null, token)}
      />
    </Column>
  );
}
