import type { Json } from "../backend";
import { type Html, html } from "../html";
import { textAt } from "../json";
import { address } from "./address";
import { SECTIONS, type SectionName } from "./sections";

/** Lists that are about an object: a section, or the deliveries, and the filter that narrows it to the object. */
type Related = ReadonlyArray<readonly [section: SectionName | "deliveries", filter: string]>;

const RELATED: Readonly<Partial<Record<SectionName, Related>>> = {
  charges: [
    ["refunds", "charge"],
    ["disputes", "charge"],
  ],
  customers: [
    ["subscriptions", "customer"],
    ["invoices", "customer"],
    ["payment_intents", "customer"],
    ["payment_methods", "customer"],
    ["credit_notes", "customer"],
  ],
  events: [["deliveries", "event"]],
  invoices: [["credit_notes", "invoice"]],
  payment_intents: [["charges", "payment_intent"]],
  prices: [["subscriptions", "price"]],
  products: [["prices", "product"]],
  subscriptions: [["invoices", "subscription"]],
  test_clocks: [
    ["customers", "test_clock"],
    ["subscriptions", "test_clock"],
  ],
  webhook_endpoints: [["deliveries", "endpoint"]],
};

/** Links to what belongs to an object. */
export function relatedLinks(account: string, name: SectionName, object: Json): Html | null {
  const related = RELATED[name];
  if (related === undefined) return null;
  const links = related.map(([section, filter]) => {
    const query = new URLSearchParams({ [filter]: textAt(object, "id") });
    const title = section === "deliveries" ? "Deliveries" : SECTIONS[section].title;
    return html`<li><a href="${address(account, section)}?${query.toString()}">${title}</a></li>`;
  });
  return html`<ul class="related" aria-label="Belonging to it">${links}</ul>`;
}
