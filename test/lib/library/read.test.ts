import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articles } from "@/content/articles";
import { previewOf, wholeText } from "@/lib/library/read";

const textOf = (slug: string) =>
  readFileSync(new URL(`../../../content/articles/${slug}.md`, import.meta.url), "utf8");
const withoutTags = (html: string) => html.replace(/<[^>]+>/g, " ");

describe.each(articles.map((article) => [article.slug, article] as const))("%s", (slug, article) => {
  it("has a preview that opens the article and holds nothing from behind the gate", async () => {
    const { html, ahead } = await previewOf(article);
    const markdown = textOf(slug);
    const rest = markdown.slice(markdown.indexOf("\n## "));
    const premium = rest
      .split(/\n+|(?<=[.!?:])\s+/)
      .map((sentence) => sentence.replace(/^#+ /, "").trim())
      .filter((sentence) => sentence.length > 20 && !ahead.includes(sentence));
    expect(premium.length).toBeGreaterThan(15);
    const sent = JSON.stringify({ html, ahead });
    for (const sentence of premium) expect(sent).not.toContain(sentence);
    expect(withoutTags(html).trim().slice(0, 20)).toBe(markdown.slice(0, 20));
  });

  it("names the sections that follow, in order", async () => {
    const { ahead } = await previewOf(article);
    const html = await wholeText(article);
    expect(ahead.length).toBeGreaterThanOrEqual(3);
    expect([...html.matchAll(/<h2>(.+?)<\/h2>/g)].map(([, title]) => title)).toEqual(
      ahead.map((title) => title.replaceAll("&", "&amp;")),
    );
  });

  it("leaves the first heading to its page and skips no level", async () => {
    const levels = [...(await wholeText(article)).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels).not.toContain(1);
    levels.forEach((level, at) => {
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 1) + 1);
    });
  });

  it("is a short read with a table in it, timed about right", async () => {
    const html = await wholeText(article);
    const words = withoutTags(html).split(/\s+/).length;
    expect(words).toBeGreaterThan(500);
    expect(words).toBeLessThan(960);
    expect(html).toContain("<table>");
    // Between 150 and 250 words a minute: slower where there is something to work out.
    expect(article.minutes).toBeGreaterThanOrEqual(words / 250);
    expect(article.minutes).toBeLessThanOrEqual(words / 150);
  });
});

it("every address is used once and fits a path", () => {
  const slugs = articles.map((article) => article.slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
