import { DateText } from "@/components/ui/date-text";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { Arrived } from "./arrived";
import { whatOpened } from "./opened";

type BegunProps = { own: OwnSubscription; open: { name: string }[]; locale: string };

/** A plan has begun of which the receipt isn't the news: what opened, and until when nothing more is due. */
export function Begun({ own, open, locale }: BegunProps) {
  const until = own.periodEnd && <DateText value={own.periodEnd} locale={locale} />;
  return (
    <Arrived title={`${own.planName} is yours`} lead={whatOpened(open)}>
      {until && (
        <>
          {own.status === "trialing" ? (
            <>Your free days run until {until}, and nothing is charged before that. </>
          ) : (
            <>It is paid for until {until}. </>
          )}
          Your cards, invoices and everything else are on your account page.
        </>
      )}
    </Arrived>
  );
}
