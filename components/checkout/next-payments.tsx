import { DateText } from "@/components/ui/date-text";
import { countedWords } from "@/components/usage/counted-words";
import type { TrialConfig } from "@/lib/billing/config";
import type { ShownOrder } from "@/lib/billing/order/show";
import type { Terms } from "@/lib/billing/order/terms";
import { monthsIn } from "@/lib/billing/plan/renewal-date";
import { formatMoney } from "@/lib/money";
import { every } from "./every";

const withoutCard: Record<TrialConfig["withoutCard"], string> = {
  cancel: "Without a card by then it simply ends.",
  pause: "Without a card by then it is paused, and goes on when you add one.",
};

/** For how many months a code lowers renewals, too; null where it lowers the first payment alone, or every one. */
function monthsLowered({ price, promotion }: Terms): number | null {
  const months = typeof promotion?.duration === "object" ? promotion.duration.months : 0;
  return months > monthsIn[price.interval] ? months : null;
}

/** What is paid after today, and when. */
export function NextPayments({ shown, nextOn, locale }: { shown: ShownOrder; nextOn: Date; locale: string }) {
  const { terms, quote, tried, counted } = shown;
  const { price, currency, trial } = terms;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const day = <DateText value={nextOn} locale={locale} />;
  const byUse = counted.map((one) => <p key={one.name}>{countedWords(one, currency, locale)}</p>);
  const months = monthsLowered(terms);
  const untilThen = months !== null && (
    <p>
      The code counts for {months} months. Then it is {money(quote.later)}.
    </p>
  );
  if (trial) {
    return (
      <>
        <p>
          {trial.days} days free, then {money(quote.first)} a {price.interval} from {day}
          {months === null &&
            quote.later !== quote.first &&
            `, and ${money(quote.later)} after the first payment`}
          .
        </p>
        {untilThen}
        {trial.card === "optional" && (
          <p>
            No card is asked for. Add one on your account page when you want to stay.{" "}
            {withoutCard[trial.withoutCard]}
          </p>
        )}
        {byUse}
      </>
    );
  }
  return (
    <>
      {tried && <p>You have had your free days already, so the plan begins with its first payment.</p>}
      <p>
        It renews on {day} for {money(months === null ? quote.later : quote.first)}, and{" "}
        {every[price.interval]} after that.
      </p>
      {untilThen}
      {quote.first === 0 && (
        <p>
          Nothing is due today, so no card is asked for.
          {(quote.later > 0 || counted.length > 0) && <> Add one on your account page before {day}.</>}
        </p>
      )}
      {byUse}
    </>
  );
}
