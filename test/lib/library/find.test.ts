import { expect, it } from "vitest";
import { articles } from "@/content/articles";
import { articleAfter, findArticle } from "@/lib/library/find";

it("an address that is no article's finds nothing, whatever it is made of", () => {
  for (const slug of ["", "nope", "../index", "a-webhook-is-not-a-promise.md", "constructor", "%2e%2e"]) {
    expect(findArticle(slug)).toBeUndefined();
  }
});

it("articles follow one another to the last, which nothing follows", () => {
  const followers = articles.map((article) => articleAfter(article)?.slug);
  expect(followers).toEqual([...articles.slice(1).map((article) => article.slug), undefined]);
});
