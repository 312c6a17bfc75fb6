import { errorAnswer, featureClosed } from "@/lib/billing/gate/errors";
import { withApiKey } from "@/lib/billing/gate/with-api-key";
import { findArticle } from "@/lib/library/find";
import { sourceText, wholeText } from "@/lib/library/read";

/** An article's text, as it was written and as HTML. 402 where it is closed to the caller. */
export const GET = withApiKey(async (access, { params }: RouteContext<"/api/v1/articles/[slug]">) => {
  const article = findArticle((await params).slug);
  if (!article) {
    return errorAnswer({ status: 404, code: "not_found", message: "There is no such article." });
  }
  const { slug, title, line, minutes, feature } = article;
  if (feature !== null && !access.can(feature)) return featureClosed(feature);
  const [markdown, html] = await Promise.all([sourceText(article), wholeText(article)]);
  return Response.json({ slug, title, line, minutes, markdown, html });
});
