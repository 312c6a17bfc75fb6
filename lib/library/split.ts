/** An article's text in two: what everyone may read, and what is behind the gate. */
export type SplitText = { opening: string; rest: string };

/** Breaks an article before its first section, so that a preview ends where a thought does. */
export function splitAtFirstSection(markdown: string): SplitText {
  const at = markdown.search(/^## /m);
  if (at === -1) return { opening: markdown, rest: "" };
  return { opening: markdown.slice(0, at), rest: markdown.slice(at) };
}

/** The titles of a text's sections, in order. */
export function sectionTitles(markdown: string): string[] {
  return [...markdown.matchAll(/^## (.+)$/gm)].flatMap(([, title]) => title ?? []);
}
