import {
  ACTIONS,
  DELIVERY_ACTIONS,
  isDeliveryAction,
  isRequestAction,
  REQUEST_ACTIONS,
} from "../../faults/actions";
import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import { dataOf, textAt } from "../json";
import type { Page } from "../page";
import type { ActionField } from "./action";
import { address } from "./address";
import { fieldInput, type Note, noteLine } from "./forms";
import { accountPage } from "./layout";

const COMMON: readonly ActionField[] = [
  { name: "nth", label: "Only the nth", value: "" },
  { name: "times", label: "At most", value: "", hint: "times" },
  { name: "probability", label: "Probability", value: "", hint: "0 to 1" },
  { name: "seed", label: "Seed", value: "" },
];
const OF_REQUESTS: readonly ActionField[] = [
  { name: "method", label: "Method", value: "", options: ["", "GET", "POST", "DELETE"] },
  { name: "path", label: "Path", value: "", hint: "/v1/customers*" },
];
const OF_DELIVERIES: readonly ActionField[] = [
  { name: "event", label: "Event", value: "", hint: "invoice.*" },
  { name: "endpoint", label: "Endpoint", value: "", hint: "we_… or address" },
];

const CONDITIONS = ["method", "path", "event", "endpoint"];

function words(rule: Json): string {
  const action = textAt(rule, "action");
  if (!isRequestAction(action) && !isDeliveryAction(action)) return action;
  const { words, unit } = ACTIONS[action];
  return unit === null ? words : `${words} (${textAt(rule, "amount")} ${unit})`;
}

function when(rule: Json): string {
  const conditions = CONDITIONS.map((name) => textAt(rule, name)).filter((text) => text !== "");
  const nth = textAt(rule, "nth") && `number ${textAt(rule, "nth")}`;
  const times = textAt(rule, "times") && `at most ${textAt(rule, "times")} times`;
  const chance = textAt(rule, "probability") === "1" ? "" : `chance ${textAt(rule, "probability")}`;
  return [conditions.join(" ") || "always", nth, times, chance].filter((text) => text !== "").join(", ");
}

function row(account: string, rule: Json): Html {
  return html`<tr><th scope="row">${words(rule)}</th><td>${when(rule)}</td>
<td class="amount">${textAt(rule, "fired")} of ${textAt(rule, "seen")}</td>
<td><form method="post" action="${address(account, "faults", textAt(rule, "id"), "remove")}"><button>Remove</button></form></td></tr>`;
}

function newRule(
  account: string,
  title: string,
  actions: Readonly<Record<string, { readonly words: string; readonly unit: string | null }>>,
  conditions: readonly ActionField[],
): Html {
  const prefix = title.toLowerCase();
  const choices = Object.entries(actions).map(
    ([name, { words, unit }]) =>
      html`<option value="${name}">${words}${unit === null ? null : html` (${unit})`}</option>`,
  );
  return html`<section class="rule" aria-labelledby="${prefix}"><h2 id="${prefix}">${title}</h2>
<form method="post" action="${address(account, "faults", "new", "create")}">
<div class="field"><label for="${prefix}-action">What</label><select id="${prefix}-action" name="action">${choices}</select></div>
${[{ name: "amount", label: "Amount", value: "", hint: "empty: the usual" }, ...conditions, ...COMMON].map((field) => fieldInput(prefix, field))}
<button>Add rule</button>
</form></section>`;
}

/** What goes wrong on purpose, and forms for more of it. */
export async function faultsPage(backend: Backend, account: string, note: Note | null): Promise<Page> {
  const answer = await backend.call(account, "GET", "/_emulator/faults");
  const rules = answer.ok ? dataOf(answer.object) : [];
  const heads = ["What", "When", "Happened"].map((title) => html`<th scope="col">${title}</th>`);
  const list =
    rules.length === 0
      ? html`<p class="empty">Nothing goes wrong on purpose.</p>`
      : html`<div class="scroll" tabindex="0"><table><thead><tr>${heads}<td></td></tr></thead><tbody>${rules.map((rule) => row(account, rule))}</tbody></table></div>`;
  const content = html`${noteLine(note)}${list}
${newRule(account, "Requests", REQUEST_ACTIONS, OF_REQUESTS)}
${newRule(account, "Deliveries", DELIVERY_ACTIONS, OF_DELIVERIES)}`;
  const frame = { account, accounts: backend.accounts(), section: "faults", title: "Faults" };
  return accountPage({ ...frame, status: note?.kind === "error" ? 400 : 200 }, content);
}
