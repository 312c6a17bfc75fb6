import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "@/content/articles";
import { renderMarkdown } from "./render";
import { sectionTitles, splitAtFirstSection } from "./split";

/** What may leave the server of an article that is closed to the reader. */
export type Preview = {
  /** HTML of the opening paragraphs. */
  html: string;
  /** The titles of the sections behind the gate. */
  ahead: string[];
};

/** The whole text as HTML. Ask `accessFor` first. */
export async function wholeText(article: Article): Promise<string> {
  return renderMarkdown(await markdownOf(article));
}

/** The whole text as it was written, in Markdown. Ask `accessFor` first. */
export async function sourceText(article: Article): Promise<string> {
  return markdownOf(article);
}

/** The opening of a text, and the titles of what follows it. Holds nothing else of the article. */
export async function previewOf(article: Article): Promise<Preview> {
  const { opening, rest } = splitAtFirstSection(await markdownOf(article));
  return { html: renderMarkdown(opening), ahead: sectionTitles(rest) };
}

function markdownOf({ slug }: Article): Promise<string> {
  return readFile(join(process.cwd(), "content/articles", `${slug}.md`), "utf8");
}
