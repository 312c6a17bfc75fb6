import type { FeatureKey } from "@/billing.config";
import type { Article } from "@/content/articles";
import { plans } from "@/lib/billing/queries/plans";
import { previewOf } from "@/lib/library/read";
import { visitorLocale } from "@/lib/locale/visitor";
import { Gate } from "./gate";
import { thoseWith } from "./opened-by";
import { Reading } from "./reading";

type ClosedArticleProps = { article: Article; feature: FeatureKey; signedIn: boolean };

/** The opening of an article and its gate. The text behind the gate is never read into anything that is sent. */
export async function ClosedArticle({ article, feature, signedIn }: ClosedArticleProps) {
  const [preview, onSale, locale] = await Promise.all([previewOf(article), plans(), visitorLocale()]);
  return (
    <>
      <Reading html={preview.html} />
      <Gate
        ahead={preview.ahead}
        plans={thoseWith(onSale, feature)}
        items={[]}
        slug={article.slug}
        signedIn={signedIn}
        locale={locale}
      />
    </>
  );
}
