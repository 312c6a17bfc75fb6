import { formatMoney } from "@/lib/money";

type BillProps = {
  /** Amounts in minor units of `currency`, negative for what comes back. */
  lines: readonly { id: string; text: string; amount: number }[];
  sum: { text: string; amount: number };
  currency: string;
  locale: string;
};

/** The lines of a bill, and what they come to. */
export function Bill({ lines, sum, currency, locale }: BillProps) {
  const money = (amount: number) => (
    <dd className="font-mono tabular-nums">{formatMoney(amount, currency, locale)}</dd>
  );
  return (
    <dl className="border-t border-line text-15">
      {lines.map(({ id, text, amount }) => (
        <div key={id} className="flex justify-between gap-6 border-b border-line py-3">
          <dt className="min-w-0">{text}</dt>
          {money(amount)}
        </div>
      ))}
      <div className="flex justify-between gap-6 border-b border-line py-3 text-17 font-semibold">
        <dt>{sum.text}</dt>
        {money(sum.amount)}
      </div>
    </dl>
  );
}
