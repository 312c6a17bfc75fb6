import type { Metadata } from "next";
import { ForgottenForm } from "@/components/auth/forgotten-form";
import { InboxLink } from "@/components/confirmation/inbox-link";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { TextLink } from "@/components/ui/text-link";
import { newPasswordPath, safeNext, signInPath } from "@/lib/auth/next-path";
import { askForLink } from "./actions";

export const metadata: Metadata = { title: "A new password" };

/** Asks for a link to a new password; with `said=sent`, what to do now. Whether there is such an account it doesn't tell. */
export default async function NewPasswordPage({ searchParams }: PageProps<"/new-password">) {
  const { next, said } = await searchParams;
  const onwards = safeNext(next, "") || undefined;
  if (said === "sent") {
    return (
      <Column width="form">
        <PageTitle lead="If there is an account with the address you typed, a link is on its way to it. It is good for an hour.">
          Look into your mail
        </PageTitle>
        <p>
          Nothing came after a few minutes? Look among unwanted mail, or{" "}
          <TextLink href={newPasswordPath(onwards)}>ask again</TextLink>.
          <InboxLink />
        </p>
      </Column>
    );
  }
  return (
    <Column width="form">
      <PageTitle lead="We send a link to your address, by which you choose a new one.">
        Forgot your password?
      </PageTitle>
      <ForgottenForm action={askForLink} next={onwards} />
      <p className="mt-8 text-15 text-ink-soft">
        You know it after all? <TextLink href={signInPath(onwards)}>Sign in</TextLink>
      </p>
    </Column>
  );
}
