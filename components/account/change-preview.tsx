import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ChangePreview as Preview } from "@/lib/billing/preview-change";
import { formatMoney } from "@/lib/money";

type ChangePreviewProps = {
  action: (form: FormData) => Promise<void>;
  /** What the link of this page calls the price. */
  priceKey: string;
  preview: Preview;
  locale: string;
};

/** Each line of a change's bill, today's charge, and the button that agrees to exactly that. */
export function ChangePreview({ action, priceKey, preview, locale }: ChangePreviewProps) {
  const { lines, dueToday, credit, currency, price } = preview;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const agreed = {
    price: priceKey,
    seen: preview.seen,
    prorationDate: preview.prorationDate ?? "",
    dueToday,
  };
  return (
    <div className="space-y-8">
      <dl className="border-t border-line text-15">
        {lines.map(({ id, text, amount }) => (
          <div key={id} className="flex justify-between gap-6 border-b border-line py-3">
            <dt className="min-w-0">{text}</dt>
            <dd className="font-mono tabular-nums">{money(amount)}</dd>
          </div>
        ))}
        <div className="flex justify-between gap-6 border-b border-line py-3 text-17 font-semibold">
          <dt>Charged today</dt>
          <dd className="font-mono tabular-nums">{money(dueToday)}</dd>
        </div>
      </dl>
      <div className="space-y-2 text-15 text-ink-soft">
        {credit > 0 && <p>{money(credit)} is kept to your credit, and your next payments are less by it.</p>}
        <p>
          After that it is {formatMoney(price.amount, price.currency, locale)} a {price.interval}. Nothing
          else is charged, and if today's charge turns out to be another, you are asked again.
        </p>
      </div>
      <form action={action} className="flex flex-wrap gap-3">
        {Object.entries(agreed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton pendingLabel="Changing your plan">
          {dueToday > 0 ? `Change plan and pay ${money(dueToday)}` : "Change plan"}
        </SubmitButton>
        <LinkButton href="/account/plan">See the other plans</LinkButton>
      </form>
    </div>
  );
}
