import type { Backend } from "../backend";
import { html } from "../html";
import { type Page, seeOther } from "../page";
import { address } from "./address";
import { plainPage } from "./layout";

const FIRST_SECTION = "subscriptions";

/** The accounts there are; opens the one that was asked for, or the only one. */
export function homePage(backend: Backend, asked: string | null): Page {
  const accounts = backend.accounts();
  const [only] = accounts;
  const account = asked || (accounts.length === 1 ? only : undefined);
  if (account) return seeOther(address(account, FIRST_SECTION));
  const list = accounts.map((name) => html`<li><a href="${address(name, FIRST_SECTION)}">${name}</a></li>`);
  const content =
    accounts.length > 0
      ? html`<p>Each API key is an account of its own.</p><ul>${list}</ul>`
      : html`<p>No account has been used yet. The first request with a key <code>sk_test_…</code> makes one.</p>`;
  return plainPage("Accounts", content);
}
