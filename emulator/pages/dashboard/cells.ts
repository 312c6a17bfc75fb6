import type { Json } from "../backend";
import { type Html, html } from "../html";
import { at, textAt } from "../json";
import { formatMoney } from "../money";
import { address } from "./address";
import { mainItem } from "./main-item";
import { sectionOf } from "./section-of";

/** How one fact of an object is shown in a table. */
export type Cell = (object: Json, account: string) => Html;

/** A field's value as text. */
export function text(path: string): Cell {
  return (object) => html`${textAt(object, path)}`;
}

/** A field's value as an id or key is set. */
export function code(path: string): Cell {
  return (object) => html`<code>${textAt(object, path)}</code>`;
}

/** What a subscription is for: the price's lookup key, or its id where it has none. */
export function priceOf(subscription: Json): Html {
  const item = mainItem(subscription);
  return html`<code>${textAt(item, "price.lookup_key") || textAt(item, "price.id")}</code>`;
}

/** The id of another object, as a link to its page. */
export function id(path: string): Cell {
  return (object, account) => {
    const other = textAt(object, path);
    const section = sectionOf(other);
    return section === null
      ? html`<code>${other}</code>`
      : html`<a href="${address(account, section, other)}"><code>${other}</code></a>`;
  };
}

/** A state in words, with a colour that only repeats what the word says. */
export function state(path: string): Cell {
  return (object) => {
    const word = textAt(object, path);
    return word === ""
      ? html``
      : html`<span class="state" data-state="${word}">${word.replaceAll("_", " ")}</span>`;
  };
}

/** Whether a product or price is for sale. */
export function active(object: Json): Html {
  return object.active === false
    ? html`<span class="state" data-state="archived">archived</span>`
    : html`<span class="state" data-state="active">active</span>`;
}

/** An amount in minor units at `path`, in the object's currency. */
export function money(path: string): Cell {
  return (object) => {
    const amount = at(object, path);
    const currency = textAt(object, "currency");
    return typeof amount === "number" && currency
      ? html`<span class="amount">${formatMoney(amount, currency)}</span>`
      : html``;
  };
}

/** When a card expires: month and year. */
export function expiry(object: Json): Html {
  return html`${textAt(object, "card.exp_month")}/${textAt(object, "card.exp_year")}`;
}

/** A moment in unix seconds at `path`, in UTC to the second. */
export function moment(path: string): Cell {
  return (object) => {
    const seconds = at(object, path);
    if (typeof seconds !== "number") return html``;
    const iso = new Date(seconds * 1000).toISOString();
    return html`<time datetime="${iso}">${iso.slice(0, 19).replace("T", " ")}</time>`;
  };
}
