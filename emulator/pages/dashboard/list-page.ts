import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import { dataOf, textAt } from "../json";
import type { Page } from "../page";
import type { Action } from "./action";
import { address } from "./address";
import { creationOf } from "./creations";
import { filterForm, foldedForm, type Note, noteLine } from "./forms";
import { accountPage } from "./layout";
import type { Section } from "./section";
import { SECTIONS, type SectionName } from "./sections";

const PAGE_SIZE = "25";

/** What a list is asked for. */
export interface ListRequest {
  /** Filters by their names, and `after`: the id the page before ended with. */
  query: URLSearchParams;
  note: Note | null;
  /** A form for a new object that was refused, to be shown as it was filled in. */
  refused?: Action;
}

function table(account: string, name: SectionName, section: Section, objects: Json[]): Html {
  const heads = section.columns.map(([title]) => html`<th scope="col">${title}</th>`);
  const rows = objects.map((object) => {
    const id = textAt(object, "id");
    const cells = section.columns.map(([, cell]) => html`<td>${cell(object, account)}</td>`);
    return html`<tr><th scope="row"><a href="${address(account, name, id)}"><code>${id}</code></a></th>${cells}</tr>`;
  });
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Id</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function older(
  account: string,
  name: SectionName,
  list: Json,
  filters: Readonly<Record<string, string>>,
): Html | null {
  const last = dataOf(list).at(-1);
  if (list.has_more !== true || last === undefined) return null;
  const query = new URLSearchParams({ ...filters, after: textAt(last, "id") });
  return html`<p><a href="${address(account, name)}?${query.toString()}">Older</a></p>`;
}

/** Objects of one type, newest first, a page at a time, with a form for a new one. */
export async function listPage(
  backend: Backend,
  account: string,
  name: SectionName,
  { query, note, refused }: ListRequest,
): Promise<Page> {
  const section: Section = SECTIONS[name];
  const fields = (section.filters ?? []).map((field) => ({ ...field, value: query.get(field.name) ?? "" }));
  const chosen = fields.filter(({ value }) => value !== "").map((field) => [field.name, field.value]);
  const filters: Readonly<Record<string, string>> = Object.fromEntries(chosen);
  const asked = new URLSearchParams({ limit: PAGE_SIZE, ...section.query, ...filters });
  const after = query.get("after");
  if (after) asked.set("starting_after", after);
  const answer = await backend.call(account, "GET", `${section.collection}?${asked}`);
  const frame = { account, accounts: backend.accounts(), section: name, title: section.title };
  const creation = refused ?? creationOf(name);
  const head = html`${noteLine(note)}
${creation && foldedForm(address(account, name, "new", "create"), creation, refused !== undefined)}
${filterForm(fields)}`;
  if (!answer.ok)
    return accountPage(
      { ...frame, status: answer.status },
      html`${head}<p class="error" role="alert">${answer.message}</p>`,
    );
  const objects = dataOf(answer.object);
  const nothing = chosen.length > 0 ? "None is like that." : (section.none ?? "None yet.");
  const content =
    objects.length > 0 ? table(account, name, section, objects) : html`<p class="empty">${nothing}</p>`;
  return accountPage(
    { ...frame, status: note?.kind === "error" ? 400 : 200 },
    html`${head}${content}${older(account, name, answer.object, filters)}`,
  );
}
