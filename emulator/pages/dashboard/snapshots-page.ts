import type { Backend } from "../backend";
import { type Html, html } from "../html";
import type { Page } from "../page";
import { address } from "./address";
import { fieldInput, type Note, noteLine } from "./forms";
import { accountPage } from "./layout";

function row(account: string, name: string): Html {
  const form = (action: string, label: string) =>
    html`<td><form method="post" action="${address(account, "snapshots", name, action)}"><button aria-label="${label}: ${name}">${label}</button></form></td>`;
  return html`<tr><th scope="row"><code>${name}</code></th>${form("restore", "Bring back")}${form("remove", "Remove")}</tr>`;
}

/** States of the account to come back to, and a way to forget everything. */
export async function snapshotsPage(backend: Backend, account: string, note: Note | null): Promise<Page> {
  const answer = await backend.call(account, "GET", "/_emulator/snapshots");
  const names = answer.ok && Array.isArray(answer.object.data) ? answer.object.data.map(String) : [];
  const list =
    names.length === 0
      ? html`<p class="empty">None yet.</p>`
      : html`<div class="scroll" tabindex="0"><table><tbody>${names.map((name) => row(account, name))}</tbody></table></div>`;
  const content = html`${noteLine(note)}${list}
<h2>Keep how it is now</h2>
<form class="steps" method="post" action="${address(account, "snapshots", "new", "snapshot")}">
${fieldInput("snapshot", { name: "name", label: "Name", value: "" })}<button>Keep</button></form>
<h2>Forget everything</h2>
<form method="post" action="${address(account, "snapshots", "-", "reset")}"><button>Reset account</button></form>
<p class="empty">Objects, events, endpoints, faults and the clock of this account. Snapshots stay.</p>`;
  const frame = { account, accounts: backend.accounts(), section: "snapshots", title: "Snapshots" };
  return accountPage({ ...frame, status: note?.kind === "error" ? 400 : 200 }, content);
}
