import type { Delivery, DeliveryAttempt } from "../../core/records";
import type { Backend } from "../backend";
import { type Html, html } from "../html";
import { type Page, seeOther } from "../page";
import { address } from "./address";
import { moment } from "./cells";
import { accountPage } from "./layout";

const SHOWN = 100;
const NAME = "deliveries";

function received({ status }: DeliveryAttempt): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** What has become of a delivery, in one word. */
function outcome({ attempts, next_attempt }: Delivery): string {
  const last = attempts.at(-1);
  if (last && received(last)) return "succeeded";
  if (next_attempt === null) return "failed";
  return last ? "retrying" : "waiting";
}

function attemptItem({ at, status, milliseconds, answer }: DeliveryAttempt): Html {
  const time = moment("at")({ at });
  return html`<li>${time} <strong>${status ?? "No answer"}</strong> <small>${milliseconds} ms</small>
${answer ? html`<details><summary>Answer</summary><pre tabindex="0">${answer}</pre></details>` : null}</li>`;
}

function row(account: string, types: ReadonlyMap<string, string>, delivery: Delivery): Html {
  const { id, event, endpoint, created, attempts } = delivery;
  const word = outcome(delivery);
  return html`<tr id="${id}">
<th scope="row"><a href="${address(account, "events", event)}"><code>${types.get(event) ?? event}</code></a></th>
<td><span class="state" data-state="${word}">${word}</span></td>
<td><a href="${address(account, "webhook_endpoints", endpoint)}"><code>${endpoint}</code></a></td>
<td>${moment("created")({ created })}</td>
<td><ol class="attempts">${attempts.map(attemptItem)}</ol></td>
<td><form method="post" action="${address(account, NAME, id, "again")}"><button>Send again</button></form></td>
</tr>`;
}

async function eventTypes(backend: Backend, account: string): Promise<ReadonlyMap<string, string>> {
  const answer = await backend.call(account, "GET", `/v1/events?limit=${SHOWN}`);
  const events = answer.ok && Array.isArray(answer.object.data) ? answer.object.data : [];
  return new Map(events.map(({ id, type }) => [String(id), String(type)]));
}

/** What was sent where, what came back, and a button to send it again. */
export async function deliveriesPage(backend: Backend, account: string): Promise<Page> {
  const deliveries = backend.deliveries(account).slice(0, SHOWN);
  const types = await eventTypes(backend, account);
  const frame = { account, accounts: backend.accounts(), section: NAME, title: "Deliveries" };
  if (deliveries.length === 0)
    return accountPage(frame, html`<p class="empty">Nothing has been sent yet.</p>`);
  const heads = ["Event", "State", "Endpoint", "Queued", "Attempts", ""].map(
    (title) => html`<th scope="col">${title}</th>`,
  );
  const rows = deliveries.map((delivery) => row(account, types, delivery));
  return accountPage(
    frame,
    html`<div class="scroll" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}

/** Sends one again and goes back to the list. */
export function deliverAgainPage(backend: Backend, account: string, id: string): Page {
  backend.deliverAgain(account, id);
  return seeOther(`${address(account, NAME)}#${encodeURIComponent(id)}`);
}
