import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PasswordForm } from "@/components/auth/password-form";
import { passwordRule } from "@/components/auth/password-rule";
import { Stopped } from "@/components/checkout/stopped";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { stateOfLink } from "@/lib/auth/new-password/choose";
import { newPasswordPath, safeNext } from "@/lib/auth/next-path";
import { chooseNew } from "../actions";

/** Whoever has the address may choose, so other sites don't get to see it. */
export const metadata: Metadata = {
  title: "A new password",
  robots: { index: false },
  referrer: "no-referrer",
};

/** Where the mail's link leads. Looking changes nothing: programs that check mails for danger open every link. */
export default async function ChoosePasswordPage({
  params,
  searchParams,
}: PageProps<"/new-password/[token]">) {
  const [{ token }, { next }] = await Promise.all([params, searchParams]);
  const onwards = safeNext(next, "") || undefined;
  const link = await stateOfLink(token);
  if (link.state === "unknown") notFound();
  if (link.state === "expired") {
    return (
      <Stopped
        title="This link has expired"
        action={{ href: newPasswordPath(onwards), label: "Ask for another" }}
      >
        It was good for an hour. Nothing was changed.
      </Stopped>
    );
  }
  return (
    <Column width="form">
      <PageTitle
        lead={`For the account of ${link.owner.email}. Every browser that is signed in to it will be signed out.`}
      >
        Choose a new password
      </PageTitle>
      <PasswordForm action={chooseNew.bind(null, token)} next={onwards} passwordRule={passwordRule} />
    </Column>
  );
}
