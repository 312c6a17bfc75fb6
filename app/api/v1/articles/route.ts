import { articles } from "@/content/articles";
import { withApiKey } from "@/lib/billing/gate/with-api-key";

/** The library's contents, each article with whether it is open to the caller. */
export const GET = withApiKey(async (access) =>
  Response.json({
    articles: articles.map(({ slug, title, line, minutes, feature }) => ({
      ...{ slug, title, line, minutes },
      open: feature === null || access.can(feature),
    })),
  }),
);
