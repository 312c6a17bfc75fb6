import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { MailChoices } from "@/components/mail/mail-choices";
import { requireUser } from "@/lib/auth/session";
import { refusalsOf } from "@/lib/email/queries/refusals";
import { chooseOwn } from "./actions";

export const metadata: Metadata = { title: "What we write to you" };

export default async function AccountMailPage() {
  const user = await requireUser("/account/mail");
  return (
    <AccountPage
      title="What we write to you"
      lead="These mails you can do without. What you have paid, what failed and what has ended we write to you in any case."
    >
      <MailChoices refused={await refusalsOf(user.id)} action={chooseOwn} />
    </AccountPage>
  );
}
