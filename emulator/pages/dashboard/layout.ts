import { type Html, html } from "../html";
import { type Page, page } from "../page";
import { address } from "./address";
import { SECTIONS } from "./sections";

/** What every page of an account's dashboard says around its content. */
export interface Frame {
  account: string;
  /** All accounts, to choose another. */
  accounts: string[];
  /** The section that is open, for the menu. */
  section: string;
  title: string;
  status?: number;
}

function document(title: string, body: Html): Html {
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Stripe stand-in</title>
<link rel="stylesheet" href="/dashboard.css">
</head>
<body>${body}</body>
</html>`;
}

function menuItem(frame: Frame, name: string, title: string): Html {
  const current = name === frame.section ? html` aria-current="page"` : null;
  return html`<li><a href="${address(frame.account, name)}"${current}>${title}</a></li>`;
}

function accountPicker({ account, accounts }: Frame): Html {
  return html`<form class="picker" method="get" action="/">
<label for="account">Account</label>
<input id="account" name="account" value="${account}" list="accounts" autocomplete="off" spellcheck="false">
<datalist id="accounts">${accounts.map((name) => html`<option value="${name}">`)}</datalist>
<button>Open</button>
</form>`;
}

/** A page of one account's dashboard. */
export function accountPage(frame: Frame, content: Html): Page {
  const items = [
    ...Object.entries(SECTIONS).map(([name, { title }]) => menuItem(frame, name, title)),
    menuItem(frame, "deliveries", "Deliveries"),
  ];
  const body = html`<header><a class="mark" href="/">Stripe stand-in</a>${accountPicker(frame)}</header>
<div class="columns">
<nav aria-label="Objects"><ul>${items}</ul></nav>
<main><h1>${frame.title}</h1>${content}</main>
</div>`;
  return page(document(frame.title, body), { status: frame.status ?? 200 });
}

/** A page outside of any account. */
export function plainPage(title: string, content: Html, status = 200): Page {
  const body = html`<header><a class="mark" href="/">Stripe stand-in</a></header><main class="plain"><h1>${title}</h1>${content}</main>`;
  return page(document(title, body), { status });
}
