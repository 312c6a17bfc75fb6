const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A piece of HTML that is safe to be put into another. */
export type Html = { readonly html: string };

/** HTML as a template: what is put in is escaped, but for HTML made the same way. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const written = values.map((value) => (typeof value === "string" ? escaped(value) : value.html));
  return { html: parts.reduce((all, part, place) => all + written[place - 1] + part) };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
