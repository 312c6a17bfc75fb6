import { Column } from "@/components/ui/column";
import { DateText } from "@/components/ui/date-text";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { listOfFeatures } from "./opened";

type BegunProps = { own: OwnSubscription; open: { name: string }[]; locale: string };

/** A plan has begun of which the receipt isn't the news: what opened, and until when nothing more is due. */
export function Begun({ own, open, locale }: BegunProps) {
  const list = listOfFeatures(open);
  const until = own.periodEnd && <DateText value={own.periodEnd} locale={locale} />;
  return (
    <Column width="reading">
      <PageTitle lead={list ? `Open to you from now on: ${list}.` : "Your plan has begun."}>
        {own.planName} is yours
      </PageTitle>
      {until && (
        <p className="mb-8">
          {own.status === "trialing" ? (
            <>Your free days run until {until}, and nothing is charged before that. </>
          ) : (
            <>It is paid for until {until}. </>
          )}
          Your cards, invoices and everything else are on your account page.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/library" variant="primary">
          Go to the library
        </LinkButton>
        <LinkButton href="/account">See your account</LinkButton>
      </div>
    </Column>
  );
}
