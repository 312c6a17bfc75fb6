import type { Backend, Json } from "../backend";
import { type Html, html } from "../html";
import { at, textAt } from "../json";
import type { Page } from "../page";
import { address } from "./address";
import { fieldInput, type Note, noteLine } from "./forms";
import { accountPage } from "./layout";

const WALLETS: Readonly<Record<string, string>> = {
  apple_pay: "Apple Pay",
  google_pay: "Google Pay",
  link: "Link",
};

function walletBox(settings: Json, [name, title]: readonly [string, string]): Html {
  const shown = at(settings, "wallets");
  const checked = Array.isArray(shown) && shown.includes(name) ? html` checked` : null;
  return html`<label class="choice"><input type="checkbox" name="wallet" value="${name}"${checked}> ${title}</label>`;
}

/** What becomes of a subscription that nobody has paid for in the end. */
const ENDS: Readonly<Record<string, string>> = {
  cancel: "is canceled",
  unpaid: "becomes unpaid",
  past_due: "stays past due",
};

/** What Stripe leaves to an account's settings: how failed payments are tried again, which wallets there are, how test clocks behave. */
export async function settingsPage(backend: Backend, account: string, note: Note | null): Promise<Page> {
  const answer = await backend.call(account, "GET", "/_emulator/settings");
  const settings = answer.ok ? answer.object : {};
  const retry = (name: string, label: string, words?: Readonly<Record<string, string>>) =>
    fieldInput("retries", {
      name,
      label,
      value: textAt(settings, `retries.${name}`),
      ...(words === undefined ? {} : { options: Object.keys(words), words }),
    });
  const strict = {
    name: "strict",
    label: "While a test clock is advanced, what is on it",
    value: textAt(settings, "strict") === "false" ? "may change" : "stays as it is",
    options: ["stays as it is", "may change"],
  };
  const form = (change: string) => address(account, "settings", "-", change);
  const content = html`${noteLine(note)}
<h2>When a payment of an invoice fails</h2>
<form class="steps" method="post" action="${form("retries")}">
${retry("attempts", "Attempts in all")}${retry("days", "In so many days")}
${retry("end", "After the last one the subscription", ENDS)}<button>Save retries</button></form>
<h2>Wallets of the Express Checkout Element</h2>
<form class="steps" method="post" action="${form("wallets")}">${Object.entries(WALLETS).map((wallet) => walletBox(settings, wallet))}<button>Save wallets</button></form>
<h2>Test clocks</h2>
<form class="steps" method="post" action="${form("strict")}">${fieldInput("clocks", strict)}<button>Save clocks</button></form>`;
  const frame = { account, accounts: backend.accounts(), section: "settings", title: "Settings" };
  return accountPage({ ...frame, status: note?.kind === "error" ? 400 : 200 }, content);
}
