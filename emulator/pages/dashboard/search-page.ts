import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import { dataOf, textAt } from "../json";
import type { Page } from "../page";
import { address } from "./address";
import { moment } from "./cells";
import { accountPage } from "./layout";
import type { Section } from "./section";
import { sectionOf } from "./section-of";
import { SECTIONS } from "./sections";

const NAMES = ["email", "name", "lookup_key", "number", "code", "description", "url"];

function row(account: string, object: Json): Html {
  const id = textAt(object, "id");
  const section = sectionOf(id, textAt(object, "object"));
  const known = section === null ? null : (SECTIONS[section] satisfies Section);
  const link =
    section === null
      ? html`<code>${id}</code>`
      : html`<a href="${address(account, section, id)}"><code>${id}</code></a>`;
  const name = NAMES.map((field) => textAt(object, field)).find((text) => text !== "");
  return html`<tr><th scope="row">${link}</th><td>${known?.title ?? textAt(object, "object").replaceAll("_", " ")}</td><td>${name}</td><td>${moment("created")(object, account)}</td></tr>`;
}

/** What is found by a text in ids, e-mail addresses, names and metadata. */
export async function searchPage(backend: Backend, account: string, wanted: string): Promise<Page> {
  const answer = await backend.call(
    account,
    "GET",
    `/_emulator/search?${new URLSearchParams({ q: wanted })}`,
  );
  const found = answer.ok ? dataOf(answer.object) : [];
  const heads = ["Id", "What", "Name", "Created"].map((title) => html`<th scope="col">${title}</th>`);
  const content =
    found.length === 0
      ? html`<p class="empty">Nothing has that in its id, e-mail, name or metadata. Metadata is found by <code>key:value</code>.</p>`
      : html`<div class="scroll" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${found.map((object) => row(account, object))}</tbody></table></div>`;
  const title = wanted === "" ? "Search" : `Search: ${wanted}`;
  return accountPage({ account, accounts: backend.accounts(), section: "search", title, wanted }, content);
}
