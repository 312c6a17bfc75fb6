import { OUTCOMES } from "../../delivery/outcome";
import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import { dataOf, textAt } from "../json";
import { type Page, seeOther } from "../page";
import { address } from "./address";
import { moment, state } from "./cells";
import { filterForm } from "./forms";
import { accountPage } from "./layout";

const SHOWN = 100;
export const DELIVERIES = "deliveries";

const FILTERS = [
  { name: "type", label: "Type", hint: "invoice.*" },
  { name: "outcome", label: "State", options: ["", ...OUTCOMES] },
  { name: "endpoint", label: "Endpoint", hint: "we_…" },
  { name: "event", label: "Event", hint: "evt_…" },
];

function attemptItem(account: string, attempt: Json): Html {
  const answer = textAt(attempt, "answer");
  return html`<li><strong>${textAt(attempt, "status") || "No answer"}</strong> ${moment("at")(attempt, account)} <small>${textAt(attempt, "milliseconds")} ms</small>
${answer ? html`<details><summary>Answer</summary><pre tabindex="0">${answer}</pre></details>` : null}</li>`;
}

function row(account: string, delivery: Json): Html {
  const [id, event, endpoint] = [
    textAt(delivery, "id"),
    textAt(delivery, "event"),
    textAt(delivery, "endpoint"),
  ];
  const faults = dataOf({ data: delivery.faults }).map((fault) =>
    textAt(fault, "action").replaceAll("_", " "),
  );
  return html`<tr id="${id}">
<th scope="row"><a href="${address(account, "events", event)}"><code>${textAt(delivery, "type") || event}</code></a></th>
<td>${state("outcome")(delivery, account)}${faults.length > 0 ? html` <small>${faults.join(", ")}</small>` : null}</td>
<td><form method="post" action="${address(account, DELIVERIES, id, "again")}"><button>Send again</button></form></td>
<td><a href="${address(account, "webhook_endpoints", endpoint)}"><code>${endpoint}</code></a></td>
<td><ol class="attempts">${dataOf({ data: delivery.attempts }).map((attempt) => attemptItem(account, attempt))}</ol></td>
</tr>`;
}

/** What was sent where, what came back, and a button to send it again. */
export async function deliveriesPage(
  backend: Backend,
  account: string,
  query: URLSearchParams,
): Promise<Page> {
  const fields = FILTERS.map((field) => ({ ...field, value: query.get(field.name) ?? "" }));
  const asked = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
  const answer = await backend.call(account, "GET", `/_emulator/deliveries?${asked}`);
  const deliveries = answer.ok ? dataOf(answer.object).slice(0, SHOWN) : [];
  const frame = { account, accounts: backend.accounts(), section: DELIVERIES, title: "Deliveries" };
  if (deliveries.length === 0) {
    const filtered = fields.some(({ value }) => value !== "");
    const words = filtered ? "None is like that." : "Nothing has been sent yet.";
    return accountPage(frame, html`${filterForm(fields)}<p class="empty">${words}</p>`);
  }
  const head = (title: string) => html`<th scope="col">${title}</th>`;
  const rows = deliveries.map((delivery) => row(account, delivery));
  return accountPage(
    frame,
    html`${filterForm(fields)}<div class="scroll" tabindex="0"><table><thead><tr>${["Event", "State"].map(head)}<td></td>${["Endpoint", "Attempts"].map(head)}</tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}

/** Sends one again and goes back to the list. */
export async function deliverAgainPage(backend: Backend, account: string, id: string): Promise<Page> {
  await backend.call(account, "POST", "/_emulator/deliveries/again", { delivery: id });
  return seeOther(`${address(account, DELIVERIES)}#${encodeURIComponent(id)}`);
}
