import type { Metadata } from "next";
import { type FeatureKey, features } from "@/billing.config";
import { capitalized, whyClosed, whyOpen } from "@/components/gate/access-words";
import type { EntryState } from "@/components/library/entry-state";
import { openedBy, thoseWith } from "@/components/library/opened-by";
import { Shelf } from "@/components/library/shelf";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { articles } from "@/content/articles";
import { currentUser } from "@/lib/auth/session";
import { type Access, accessFor } from "@/lib/billing/access";
import { isFeature } from "@/lib/billing/features";
import { items } from "@/lib/billing/queries/items";
import { plans } from "@/lib/billing/queries/plans";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "The library" };

const shelfTitles: Partial<Record<FeatureKey, string>> = { essays: "Essays", workshops: "Workshops" };

export default async function LibraryPage() {
  const user = await currentUser();
  const [access, onSale, once, locale] = await Promise.all([
    accessFor(user?.id ?? null),
    plans(),
    items(),
    visitorLocale(),
  ]);
  const openers = [...onSale, ...once];
  const stateOf = (feature: FeatureKey): EntryState => (access.can(feature) ? "open" : "closed");
  return (
    <Column>
      <PageTitle lead="Short, exact pieces on running subscriptions: what goes wrong, what it costs, and how to do it well.">
        The library
      </PageTitle>
      <Shelf
        id="free"
        title="For everyone"
        note="Free to read, and free to stay."
        state="free"
        articles={articles.filter((article) => article.feature === null)}
      />
      {Object.keys(features)
        .filter(isFeature)
        .filter((feature) => articles.some((article) => article.feature === feature))
        .map((feature) => (
          <Shelf
            key={feature}
            id={feature}
            title={shelfTitles[feature] ?? features[feature].name}
            note={noteOf(access, feature, locale) ?? `This shelf ${openedBy(thoseWith(openers, feature))}.`}
            state={stateOf(feature)}
            articles={articles.filter((article) => article.feature === feature)}
          />
        ))}
    </Column>
  );
}

/** Why a shelf is open to them and until when, or why it isn't any more; null where neither is the case. */
function noteOf({ features: open, closed }: Access, feature: FeatureKey, locale: string): string | null {
  const held = open.find((one) => one.feature === feature);
  if (held) return `${capitalized(whyOpen(held, locale))}.`;
  const lost = closed.find((one) => one.feature === feature);
  return lost ? `${capitalized(whyClosed(lost, locale))}.` : null;
}
