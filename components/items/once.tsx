import type { FeatureKey } from "@/billing.config";
import { inSentence } from "@/components/library/opened-by";
import { LinkButton } from "@/components/ui/link-button";
import { Status } from "@/components/ui/status";
import { type Item, itemIn } from "@/lib/billing/queries/items";
import { formatMoney } from "@/lib/money";
import { itemPath } from "./path";

type OnceProps = {
  items: readonly Item[];
  /** The one they are shown in; null for each one's own. */
  currency: string | null;
  can: (feature: FeatureKey) => boolean;
  locale: string;
};

/** What is for sale apart from any plan. */
export function Once({ items, currency: chosen, can, locale }: OnceProps) {
  if (items.length === 0) return null;
  return (
    <section
      aria-labelledby="once"
      className="mt-16 grid gap-x-16 gap-y-6 border-t border-edge pt-10 md:grid-cols-[15rem_1fr]"
    >
      <h2 id="once" className="text-21 font-semibold">
        Bought once, without a plan
      </h2>
      <ul className="space-y-8">
        {items
          .map((item) => itemIn(item, chosen))
          .map(({ key, name, description, amount, currency, features }) => (
            <li key={key}>
              <h3 className="font-serif text-28 font-semibold">
                {name}, {formatMoney(amount, currency, locale)}
              </h3>
              <p className="mt-1 mb-4 text-ink-soft">{description}</p>
              {features.every((feature) => can(feature.key)) ? (
                <Status tone="good">Open to you</Status>
              ) : (
                <LinkButton href={itemPath(key, chosen ?? "")}>
                  Buy {inSentence(name)}, {formatMoney(amount, currency, locale)}
                </LinkButton>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}
