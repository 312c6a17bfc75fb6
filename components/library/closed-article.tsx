import type { FeatureKey } from "@/billing.config";
import { WayBack } from "@/components/gate/way-back";
import { inCurrency } from "@/components/pricing/in-currency";
import type { Article } from "@/content/articles";
import type { ClosedFeature } from "@/lib/billing/access/facts";
import { itemIn, items } from "@/lib/billing/queries/items";
import { plans } from "@/lib/billing/queries/plans";
import { settledCurrency } from "@/lib/billing/queries/settled-currency";
import { previewOf } from "@/lib/library/read";
import { visitorLocale } from "@/lib/locale/visitor";
import { Gate } from "./gate";
import { thoseWith } from "./opened-by";
import { Reading } from "./reading";

type ClosedArticleProps = {
  article: Article;
  feature: FeatureKey;
  /** Who is signed in. */
  userId: string | null;
  /** Why it is closed to somebody whose plan opens it otherwise. */
  closed: ClosedFeature | undefined;
};

/** The opening of an article and its gate. The text behind the gate is never read into anything that is sent. */
export async function ClosedArticle({ article, feature, userId, closed }: ClosedArticleProps) {
  const [preview, onSale, once, currency, locale] = await Promise.all([
    previewOf(article),
    plans(),
    items(),
    userId && settledCurrency(userId),
    visitorLocale(),
  ]);
  return (
    <>
      <Reading html={preview.html} />
      {userId && closed && (
        <div className="mt-10">
          <WayBack userId={userId} closed={closed} locale={locale} />
        </div>
      )}
      <Gate
        ahead={preview.ahead}
        plans={inCurrency(thoseWith(onSale, feature), currency)}
        items={thoseWith(once, feature).map((item) => itemIn(item, currency))}
        slug={article.slug}
        signedIn={userId !== null}
        led={userId !== null && closed !== undefined && closed.reason !== "returned"}
        locale={locale}
      />
    </>
  );
}
