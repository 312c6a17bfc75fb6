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
  /** What is being searched for. */
  wanted?: string;
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

function searchForm({ account, wanted = "" }: Frame): Html {
  return html`<form class="picker" method="get" role="search" action="${address(account, "search")}">
<label for="search">Search</label>
<input id="search" name="q" type="search" value="${wanted}" autocomplete="off" spellcheck="false">
<button>Find</button>
</form>`;
}

/** The pages about the stand-in itself, after those of its objects. */
const ABOUT_ITSELF = {
  deliveries: "Deliveries",
  faults: "Faults",
  clock: "Clock",
  snapshots: "Snapshots",
  settings: "Settings",
};

/** A page of one account's dashboard. */
export function accountPage(frame: Frame, content: Html): Page {
  const objects = Object.entries(SECTIONS).map(([name, { title }]) => menuItem(frame, name, title));
  const itself = Object.entries(ABOUT_ITSELF).map(([name, title]) => menuItem(frame, name, title));
  const body = html`<header><a class="mark" href="/">Stripe stand-in</a>${searchForm(frame)}${accountPicker(frame)}</header>
<div class="columns">
<nav aria-label="Pages"><ul>${objects}</ul><ul>${itself}</ul></nav>
<main><h1>${frame.title}</h1>${content}</main>
</div>`;
  return page(document(frame.title, body), { status: frame.status ?? 200 });
}

/** A page outside of any account. */
export function plainPage(title: string, content: Html, status = 200): Page {
  const body = html`<header><a class="mark" href="/">Stripe stand-in</a></header><main class="plain"><h1>${title}</h1>${content}</main>`;
  return page(document(title, body), { status });
}
