import { itemPath } from "@/components/items/path";
import { ArchClosed } from "@/components/ui/arch";
import { LinkButton } from "@/components/ui/link-button";
import { signInPath } from "@/lib/auth/next-path";
import type { Item } from "@/lib/billing/queries/items";
import type { Plan } from "@/lib/billing/queries/plans";
import { formatMoney } from "@/lib/money";
import { inSentence, openedBy } from "./opened-by";

type GateProps = {
  /** The titles of the sections that follow. */
  ahead: readonly string[];
  /** The plans that open the article, the smallest first. */
  plans: readonly Plan[];
  /** What can be bought once and opens it. */
  items: readonly Item[];
  slug: string;
  signedIn: boolean;
  /** Another action leads already: the way back in of somebody who had a plan. */
  led?: boolean;
  locale: string;
};

/** Where a closed article breaks off: what comes next, what opens it, what it costs. */
export function Gate({ ahead, plans, items, slug, signedIn, led = false, locale }: GateProps) {
  return (
    <section aria-labelledby="gate" className="mt-12 border-t border-edge pt-10">
      <ArchClosed className="size-12 text-ink-soft" />
      <h2 id="gate" className="mt-4 text-28 font-semibold">
        The rest {openedBy([...plans, ...items])}
      </h2>
      <h3 className="mt-8 text-15 font-medium text-ink-soft">What comes next</h3>
      <ol className="mt-2 list-decimal space-y-1 pl-6 font-serif text-17 marker:text-ink-soft">
        {ahead.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
      <h3 className="mt-8 text-15 font-medium text-ink-soft">What opens it</h3>
      {plans.length + items.length === 0 ? (
        <p className="mt-2">Nothing at the moment. What is free stays free.</p>
      ) : (
        <ul className="mt-2 space-y-1">
          {plans.map((plan) => (
            <li key={plan.productId}>
              {plan.name}, {cost(plan, locale)}
            </li>
          ))}
          {items.map(({ priceId, name, amount, currency }) => (
            <li key={priceId}>
              {name}, {formatMoney(amount, currency, locale)} once
            </li>
          ))}
        </ul>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        {items.map(({ key, name, amount, currency }) => (
          <LinkButton key={key} variant="primary" href={itemPath(key)}>
            Buy {inSentence(name)}, {formatMoney(amount, currency, locale)}
          </LinkButton>
        ))}
        {(plans.length > 0 || items.length === 0) && (
          <LinkButton variant={led || items.length > 0 ? "quiet" : "primary"} href="/pricing">
            See the plans
          </LinkButton>
        )}
        {!signedIn && <LinkButton href={signInPath(`/library/${slug}`)}>Sign in</LinkButton>}
      </div>
    </section>
  );
}

function cost({ prices }: Plan, locale: string): string {
  return Object.values(prices)
    .map(({ amount, currency, interval }) => `${formatMoney(amount, currency, locale)} a ${interval}`)
    .join(" or ");
}
