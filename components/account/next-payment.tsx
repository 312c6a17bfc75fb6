import { Question } from "@/components/ui/question";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { type NextPayment as Counted, nextPayment } from "@/lib/billing/subscription/next-payment";
import { orTrouble } from "@/lib/billing/trouble";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";
import { Bill } from "./bill";

type NextPaymentProps = { own: OwnSubscription; locale: string };

/** What is charged next and what it is made of, as Stripe counts it while the page is drawn. */
export async function NextPayment({ own, locale }: NextPaymentProps) {
  const found = await orTrouble(async () => ({ outcome: "counted" as const, next: await nextPayment(own) }));
  if (found.outcome === "trouble") {
    return <p className="mb-6 text-ink-soft">What you pay next can't be counted just now.</p>;
  }
  const { next } = found;
  if (!next) return null;
  const { amount, currency, lines, total } = next;
  const plain = lines.length === 1 && lines[0]?.amount === amount;
  return (
    <div className="mb-6 space-y-2">
      <p>{said(next, own, locale)}</p>
      {!plain && (
        <Question ask="What it is made of">
          <Bill
            lines={[...lines, ...taken(lines, total, amount)]}
            sum={{ text: "To be paid", amount }}
            currency={currency}
            locale={locale}
          />
        </Question>
      )}
    </div>
  );
}

function said(next: Counted, { withoutCard }: OwnSubscription, locale: string): string {
  const amount = formatMoney(next.amount, next.currency, locale);
  const on = `on ${formatDate(next.date, locale)}.`;
  if (next.amount === 0) return `${withoutCard ? "With a card, nothing" : "Nothing"} is to be paid ${on}`;
  return `${withoutCard ? "With a card, your first payment" : "Your next payment"} is ${amount}, ${on}`;
}

/** What stands between the lines and the payment: discounts and taxes together, and credit. */
function taken(lines: readonly { amount: number }[], total: number, due: number) {
  const between = [
    {
      id: "adjusted",
      text: "Discounts and taxes",
      amount: total - lines.reduce((sum, line) => sum + line.amount, 0),
    },
    { id: "credit", text: "Your credit", amount: due - total },
  ];
  return between.filter(({ amount }) => amount !== 0);
}

/** What stands there while Stripe counts. */
export function NextPaymentToCome() {
  return (
    <p className="mb-6 text-ink-soft">
      What you pay next is being counted.
      <noscript> It shows here with JavaScript.</noscript>
    </p>
  );
}
