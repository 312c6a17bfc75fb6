import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import type { Page } from "../page";
import { actionsFor } from "./actions";
import { address } from "./address";
import { actionForm, type Note, noteLine } from "./forms";
import { accountPage } from "./layout";
import { rawJson } from "./raw-json";
import { relatedLinks } from "./related";
import type { Section } from "./section";
import { SECTIONS, type SectionName } from "./sections";

function facts(section: Section, object: Json): Html {
  return html`<dl>${section.columns.map(([title, cell]) => html`<div><dt>${title}</dt><dd>${cell(object)}</dd></div>`)}</dl>`;
}

/** One object: what matters of it, what may be done with it by hand, and the whole of it as JSON. */
export async function objectPage(
  backend: Backend,
  account: string,
  name: SectionName,
  id: string,
  note: Note | null,
): Promise<Page> {
  const section: Section = SECTIONS[name];
  const answer = await backend.call(account, "GET", `${section.collection}/${encodeURIComponent(id)}`);
  const frame = { account, accounts: backend.accounts(), section: name, title: id };
  if (!answer.ok)
    return accountPage(
      { ...frame, status: answer.status },
      html`<p class="error" role="alert">${answer.message}</p>`,
    );
  const { object } = answer;
  const forms = actionsFor(name, object).map((action) =>
    actionForm(address(account, name, id, action.name), action),
  );
  const content = html`
${noteLine(note)}
${facts(section, object)}
${relatedLinks(account, name, object)}
${forms.length > 0 ? html`<section class="actions" aria-label="Changes by hand">${forms}</section>` : null}
${rawJson(account, object)}`;
  return accountPage({ ...frame, status: note?.kind === "error" ? 400 : 200 }, content);
}
