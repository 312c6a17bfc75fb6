import type { Json } from "../backend";
import { type Html, html } from "../html";
import { address } from "./address";
import { sectionOf } from "./section-of";

const ID = /"([a-z]+_[A-Za-z0-9_]+)"/g;

/** An object's JSON, in which the id of every other object is a link to it. */
export function rawJson(account: string, object: Json): Html {
  const source = JSON.stringify(object, null, 2);
  const pieces: Html[] = [];
  let from = 0;
  for (const match of source.matchAll(ID)) {
    const [whole, id = ""] = match;
    const section = sectionOf(id);
    if (!section || id === object.id) continue;
    pieces.push(
      html`${source.slice(from, match.index)}<a href="${address(account, section, id)}">${whole}</a>`,
    );
    from = match.index + whole.length;
  }
  pieces.push(html`${source.slice(from)}`);
  return html`<pre tabindex="0" aria-label="Raw JSON">${pieces}</pre>`;
}
