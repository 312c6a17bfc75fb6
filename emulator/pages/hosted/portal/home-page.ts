import type { PortalMethod, PortalSubscription, PortalView } from "../../../hosted/portal-view";
import { type Html, html } from "../../html";
import { formatMoney } from "../../money";
import type { Page } from "../../page";
import { day } from "../words";
import { actionButton, type Problem, portalPage, type Visit } from "./frame";
import { itemText, priceText, standing } from "./words";

/** Everything the portal offers its customer. */
export function homePage(visit: Visit, problem: Problem | null = null): Page {
  const { view, base } = visit;
  const content = html`${subscriptions(view, base)}
${view.features.payment_method_update.enabled && methods(view.methods, base)}
${view.features.customer_update.enabled && details(view, base)}
${view.features.invoice_history.enabled && invoices(view)}`;
  return portalPage(visit, "Your subscriptions and payments", content, { home: true, problem });
}

function subscriptions({ subscriptions: all, features }: PortalView, base: string): Html {
  return html`<section><h2>Subscriptions</h2>
${all.length === 0 ? html`<p>There are none.</p>` : all.map((one) => subscription(one, features, `${base}/subscriptions/${one.id}`))}</section>`;
}

function subscription(one: PortalSubscription, features: PortalView["features"], address: string): Html {
  const { item, ends, offers, paused } = one;
  const pausable = features.subscription_pause.enabled && one.status === "active" && ends === null;
  return html`<article>
<h3>${item && itemText(item)}</h3>
<p>${item && priceText(item)}</p>
<p class="when">${standing(one)}</p>
<p class="actions">${offers.length > 0 && ends === null && html`<a href="${address}/update">Change plan</a>`}
${features.subscription_cancel.enabled && ends === null && html`<a href="${address}/cancel">Cancel</a>`}
${pausable && !paused && html`<a href="${address}/pause">Pause</a>`}</p>
${features.subscription_cancel.enabled && ends !== null && actionButton(`${address}/keep`, "Keep my subscription")}
${features.subscription_pause.enabled && paused && actionButton(`${address}/resume`, "Go on with payments")}
</article>`;
}

function methods(all: readonly PortalMethod[], base: string): Html {
  return html`<section><h2>Cards</h2>
${all.map((method) => card(method, `${base}/cards/${method.id}`))}
<p class="actions"><a href="${base}/cards/new">Add a card</a></p></section>`;
}

function card({ brand, last4, expires, isDefault, inUse }: PortalMethod, address: string): Html {
  return html`<article><p>${brand} •••• ${last4}${isDefault && html` <span class="when">pays</span>`}</p>
<p class="when">Expires ${expires}</p>
<div class="actions">${!isDefault && actionButton(`${address}/default`, "Pay with this card")}
${!inUse && !isDefault && actionButton(`${address}/remove`, "Remove card")}</div></article>`;
}

function details({ customer }: PortalView, base: string): Html {
  const { name, email, phone, address, taxIds } = customer;
  const lines = [
    name,
    email,
    phone,
    address?.line1,
    address?.city,
    address?.country,
    ...taxIds.map(({ value }) => value),
  ];
  return html`<section><h2>Billing details</h2>
${lines.flatMap((line) => (line ? [html`<p>${line}</p>`] : []))}
<p class="actions"><a href="${base}/details">Change details</a></p></section>`;
}

function invoices({ invoices: all }: PortalView): Html {
  if (all.length === 0) return html`<section><h2>Invoices</h2><p>There are none yet.</p></section>`;
  return html`<section><h2>Invoices</h2><table class="lines"><caption>Invoices</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Amount</th><th scope="col">Status</th></tr></thead>
<tbody>${all.map(
    ({ address, created, currency, status, total }) =>
      html`<tr><td>${address ? html`<a href="${address}">${day(created)}</a>` : day(created)}</td><td class="amount">${formatMoney(total, currency)}</td><td>${status}</td></tr>`,
  )}</tbody></table></section>`;
}
