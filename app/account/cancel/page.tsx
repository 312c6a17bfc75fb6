import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Column } from "@/components/ui/column";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireUser } from "@/lib/auth/session";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { isRunning } from "@/lib/billing/status";
import { formatDate } from "@/lib/locale/date";
import { visitorLocale } from "@/lib/locale/visitor";
import { cancel } from "../actions";

export const metadata: Metadata = { title: "Cancel your subscription" };

/** Says what canceling does before it is done. */
export default async function CancelPage() {
  const user = await requireUser("/account/cancel");
  const [own, locale] = await Promise.all([subscriptionOf(user.id), visitorLocale()]);
  if (!own || !isRunning(own.status) || own.endsAt) redirect("/account");
  const end = own.periodEnd ? formatDate(own.periodEnd, locale) : "the end of the period you have paid for";
  return (
    <Column width="reading">
      <PageTitle>Cancel {own.planName}?</PageTitle>
      <ul className="mb-10 list-disc space-y-3 pl-5">
        <li>Everything your plan opens stays open until {end}.</li>
        <li>You won't be charged again, and what you have paid isn't refunded.</li>
        <li>Until {end} you can take this back on your account page, and nothing will have changed.</li>
      </ul>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/account" variant="primary">
          Keep my subscription
        </LinkButton>
        <form action={cancel}>
          <SubmitButton variant="quiet" pendingLabel="Canceling">
            Cancel my subscription
          </SubmitButton>
        </form>
      </div>
    </Column>
  );
}
