import { type Article, articles } from "@/content/articles";

/** The article of an address; undefined for a slug that is none, so a path is never made of a visitor's words. */
export function findArticle(slug: string): Article | undefined {
  return articles.find((article) => article.slug === slug);
}

/** The article that follows in the contents; undefined after the last. */
export function articleAfter(article: Article): Article | undefined {
  return articles[articles.indexOf(article) + 1];
}
