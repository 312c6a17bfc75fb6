import { articles } from "@/content/articles";
import { withFeature } from "@/lib/billing/gate/with-feature";
import { wholeText } from "@/lib/library/read";

/** The workshops for a reader's own tools: title, line and HTML. 402 for whom they are closed to. */
export const GET = withFeature("workshops", async () => {
  const workshops = articles.filter(({ feature }) => feature === "workshops");
  const texts = workshops.map(async (article) => ({
    slug: article.slug,
    title: article.title,
    line: article.line,
    html: await wholeText(article),
  }));
  return Response.json({ workshops: await Promise.all(texts) }, { headers: { "cache-control": "no-store" } });
});
