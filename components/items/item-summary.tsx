import { articles } from "@/content/articles";
import type { Item } from "@/lib/billing/queries/items";
import { formatMoney } from "@/lib/money";

/** What is bought once: what is in it, what it costs, and that this is all. */
export function ItemSummary({ item, locale }: { item: Item; locale: string }) {
  const { name, description, features, amount, currency } = item;
  const held = features.map(({ key }) => key);
  const titles = articles.filter(({ feature }) => feature !== null && held.includes(feature));
  return (
    <div className="space-y-6">
      <div>
        <p className="text-21 font-semibold">{name}</p>
        {description && <p className="mt-1 text-15 text-ink-soft">{description}</p>}
        <ul className="mt-3 space-y-1 font-serif text-17">
          {titles.map(({ slug, title }) => (
            <li key={slug}>{title}</li>
          ))}
        </ul>
      </div>
      <dl className="border-y border-line py-4">
        <div className="flex justify-between gap-4 text-17 font-semibold">
          <dt>Total today</dt>
          <dd className="tabular-nums">{formatMoney(amount, currency, locale)}</dd>
        </div>
      </dl>
      <p className="text-15 text-ink-soft">
        You pay once, and nothing renews. It stays open to you for good, with or without a plan.
      </p>
    </div>
  );
}
