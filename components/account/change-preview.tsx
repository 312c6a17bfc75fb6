import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { countedWords } from "@/components/usage/counted-words";
import type { ChangePreview as Preview } from "@/lib/billing/plan/preview-change";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";
import { Bill } from "./bill";

type ChangePreviewProps = {
  action: (form: FormData) => Promise<void>;
  /** What the link of this page calls the price. */
  priceKey: string;
  thing: "seats" | "plan";
  preview: Preview;
  locale: string;
};

/** Each line of a change's bill, today's charge, and the button that agrees to exactly that. */
export function ChangePreview({ action, priceKey, thing, preview, locale }: ChangePreviewProps) {
  const { lines, dueToday, credit, currency, price, quantity, counted, anew } = preview;
  const periodEnd = anew ? null : preview.periodEnd;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const agreed = {
    price: priceKey,
    quantity,
    seen: preview.seen,
    prorationDate: preview.prorationDate ?? "",
    dueToday,
  };
  return (
    <div className="space-y-8">
      <Bill
        lines={lines}
        sum={{ text: "Charged today", amount: dueToday }}
        currency={currency}
        locale={locale}
      />
      <div className="space-y-2 text-15 text-ink-soft">
        {dueToday === 0 && periodEnd && (
          <p>
            Changed today, what your plan no longer holds closes today. Changed on{" "}
            {formatDate(periodEnd, locale)}, everything stays as you have paid for it until then, and nothing
            is credited.
          </p>
        )}
        {anew && (
          <p>
            What you paid for the running period was given back, so your plan begins anew today, with a whole
            period.
          </p>
        )}
        {credit > 0 && <p>{money(credit)} is kept to your credit, and your next payments are less by it.</p>}
        <p>
          After that it is {money((price.amounts[currency] ?? price.amount) * quantity)} a {price.interval}.
          {counted.length === 0 && " Nothing else is charged."} If today's charge turns out to be another, you
          are asked again.
        </p>
        {counted.map((one) => (
          <p key={one.name}>{countedWords(one, currency, locale)}</p>
        ))}
      </div>
      <form action={action} className="flex flex-wrap gap-3">
        {Object.entries(agreed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton name="when" value="now" pendingLabel={`Changing your ${thing}`}>
          {dueToday > 0 ? `Change ${thing} and pay ${money(dueToday)}` : `Change ${thing}`}
        </SubmitButton>
        {dueToday === 0 && periodEnd && (
          <SubmitButton name="when" value="period_end" variant="quiet" pendingLabel="Noting the change">
            {`Change it on ${formatDate(periodEnd, locale)} instead`}
          </SubmitButton>
        )}
        <LinkButton href="/account/plan">See the other plans</LinkButton>
      </form>
    </div>
  );
}
