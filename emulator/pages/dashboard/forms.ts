import { type Html, html } from "../html";
import type { Action, ActionField } from "./action";

/** What a change has come to, shown above what it was about. */
export type Note = { kind: "done" | "error"; text: string };

/** What became of the last thing that was done, as a line that a screen reader announces. */
export function noteLine(note: Note | null): Html | null {
  return (
    note &&
    html`<p class="${note.kind}" role="${note.kind === "error" ? "alert" : "status"}">${note.text}</p>`
  );
}

function option(chosen: string, value: string, word: string | undefined): Html {
  const text = word ?? (value === "" ? "—" : /^[a-z_]+$/.test(value) ? value.replaceAll("_", " ") : value);
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`;
}

/** A field with its label; the prefix keeps ids apart where several forms are on a page. */
export function fieldInput(prefix: string, { name, label, value, hint, options, words }: ActionField): Html {
  const id = `${prefix}-${name}`;
  const control = options
    ? html`<select id="${id}" name="${name}">${options.map((one) => option(value, one, words?.[one]))}</select>`
    : html`<input id="${id}" name="${name}" value="${value}" autocomplete="off">`;
  return html`<div class="field"><label for="${id}">${label}${hint ? html` <small>${hint}</small>` : null}</label>${control}</div>`;
}

/** A form for a change, sent to the address given. */
export function actionForm(address: string, action: Action): Html {
  return html`<form method="post" action="${address}">
${action.fields.map((field) => fieldInput(action.name, field))}
<button>${action.label}</button>
</form>`;
}

/** A form for a change that is seldom wanted, closed at first. */
export function foldedForm(address: string, action: Action, open: boolean): Html {
  return html`<details class="folded"${open ? html` open` : null}><summary>${action.label}</summary>${actionForm(address, action)}</details>`;
}

/** Fields to look for something by, in the page's address. */
export function filterForm(fields: readonly ActionField[]): Html | null {
  if (fields.length === 0) return null;
  return html`<form class="filter" method="get" role="search" aria-label="Filter">${fields.map((field) => fieldInput("filter", field))}<button>Filter</button></form>`;
}
