import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stopped } from "@/components/checkout/stopped";
import { NoGood } from "@/components/confirmation/no-good";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { SubmitButton } from "@/components/ui/submit-button";
import { stateOfLink } from "@/lib/auth/confirmation/confirm-address";
import { safeNext } from "@/lib/auth/next-path";
import { confirm } from "../actions";

/** Whoever has the address may confirm, so other sites don't get to see it. */
export const metadata: Metadata = {
  title: "Your e-mail address",
  robots: { index: false },
  referrer: "no-referrer",
};

/** Where the mail's link leads. Looking changes nothing: programs that check mails for danger open every link. */
export default async function ConfirmPage({ params, searchParams }: PageProps<"/confirm/[token]">) {
  const [{ token }, { next: typed }] = await Promise.all([params, searchParams]);
  const next = safeNext(typed, "/account");
  const link = await stateOfLink(token);
  if (link.state === "unknown") notFound();
  if (link.state === "confirmed") {
    return (
      <Stopped title="Your address is confirmed" action={{ href: next, label: "Go on" }}>
        We know now that {link.email} is yours.
      </Stopped>
    );
  }
  if (link.state === "expired") return <NoGood title="This link has expired" next={next} />;
  return (
    <Column width="reading">
      <PageTitle lead={`An account here was made with ${link.email}. If it is yours, confirm it.`}>
        Is this your address?
      </PageTitle>
      <form action={confirm.bind(null, token, next)}>
        <SubmitButton pendingLabel="Confirming it">Confirm my address</SubmitButton>
      </form>
    </Column>
  );
}
