import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import { dataOf, textAt } from "../json";
import type { Page } from "../page";
import type { Action } from "./action";
import { actionsFor } from "./actions";
import { address } from "./address";
import { actionForm, type Note, noteLine } from "./forms";
import { accountPage } from "./layout";
import { rawJson } from "./raw-json";
import { relatedLinks } from "./related";
import type { Section } from "./section";
import { SECTIONS, type SectionName } from "./sections";

function facts(account: string, section: Section, object: Json): Html {
  return html`<dl>${section.columns.map(([title, cell]) => html`<div><dt>${title}</dt><dd>${cell(object, account)}</dd></div>`)}</dl>`;
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
  const actions = await offered(backend, account, actionsFor(name, object));
  const forms = actions.map((action) => actionForm(address(account, name, id, action.name), action));
  const content = html`
${noteLine(note)}
${facts(account, section, object)}
${relatedLinks(account, name, object)}
${forms.length > 0 ? html`<section class="actions" aria-label="Changes by hand">${forms}</section>` : null}
${rawJson(account, object)}`;
  return accountPage({ ...frame, status: note?.kind === "error" ? 400 : 200 }, content);
}

/** The actions with what there is to choose from now: an event can be sent to any endpoint there is. */
async function offered(backend: Backend, account: string, actions: readonly Action[]): Promise<Action[]> {
  return Promise.all(
    actions.map(async (action) => {
      if (action.name !== "resend") return action;
      const answer = await backend.call(account, "GET", "/v1/webhook_endpoints?limit=100");
      const endpoints = answer.ok ? dataOf(answer.object) : [];
      const options = endpoints.map((endpoint) => textAt(endpoint, "id"));
      return { ...action, fields: action.fields.map((field) => ({ ...field, options: ["", ...options] })) };
    }),
  );
}
