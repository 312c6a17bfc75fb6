import type { PortalOffer } from "../../../hosted/portal-offers";
import type { PortalItem, PortalSubscription } from "../../../hosted/portal-view";
import type { Json } from "../../backend";
import { type Html, html } from "../../html";
import { numberAt, recordsAt, textAt } from "../../json";
import { formatMoney } from "../../money";
import type { Page } from "../../page";
import { day } from "../words";
import { type Problem, portalPage, type Visit } from "./frame";
import { priceText } from "./words";

/** What a subscription is to be changed to. */
export interface Change {
  readonly price: string;
  readonly quantity: number;
  readonly code: string;
}

/** The plans and quantities a subscription may be changed to. */
export function updatePage(
  visit: Visit,
  subscription: PortalSubscription,
  item: PortalItem,
  problem: Problem | null = null,
): Page {
  const adjustable = subscription.offers.some(({ quantity }) => quantity !== null);
  const codes = visit.view.features.subscription_update.default_allowed_updates.includes("promotion_code");
  const content = html`<form method="get" action="${visit.base}/subscriptions/${subscription.id}/confirm">
<fieldset><legend>Plan</legend>${subscription.offers.map(choice)}</fieldset>
${adjustable && html`<label class="field">Quantity<input type="number" name="quantity" value="${item.quantity}" min="1" required></label>`}
${codes && html`<label class="field">Promotion code<input name="code" autocomplete="off"></label>`}
<button>See what changes</button>
</form>`;
  return portalPage(visit, "Change your plan", content, { problem });
}

function choice(offer: PortalOffer): Html {
  return html`<label class="choice"><input type="radio" name="price" value="${offer.price}"${offer.isPresent ? html` checked` : null} required>
<span>${offer.name}, ${priceText(offer)}${offer.isPresent && html` <span class="when">yours now</span>`}</span></label>`;
}

/** What a change costs, line by line, before it is made. */
export function confirmPage(
  visit: Visit,
  subscription: PortalSubscription,
  offer: PortalOffer,
  { change, preview, problem }: { change: Change; preview: Json | "later" | null; problem: Problem | null },
): Page {
  const { price, quantity, code } = change;
  const content = html`<p>${offer.name}${quantity === 1 ? null : ` × ${quantity}`}, ${priceText(offer)}</p>
${costs(visit, subscription, preview)}
<form method="post" action="${visit.base}/subscriptions/${subscription.id}/confirm">
<input type="hidden" name="price" value="${price}"><input type="hidden" name="quantity" value="${quantity}"><input type="hidden" name="code" value="${code}">
<button>Confirm the change</button>
</form>`;
  return portalPage(visit, "Confirm your new plan", content, { problem });
}

function costs(
  { view }: Visit,
  { periodEnd }: PortalSubscription,
  preview: Json | "later" | null,
): Html | null {
  if (preview === "later")
    return html`<p>It begins on ${day(periodEnd)}. Until then nothing changes, and nothing is paid for it.</p>`;
  const now = view.features.subscription_update.proration_behavior === "always_invoice";
  return preview && previewTable(preview, now);
}

function previewTable(preview: Json, now: boolean): Html {
  const row = (label: string, amount: number) =>
    html`<tr><td>${label}</td><td class="amount">${formatMoney(amount, textAt(preview, "currency"))}</td></tr>`;
  return html`<table class="lines"><caption>What the change comes to</caption><tbody>
${recordsAt(preview, "lines.data").map((line) => row(textAt(line, "description"), numberAt(line, "amount")))}
${row(now ? "To pay now" : "To pay on the next invoice", numberAt(preview, "amount_due"))}</tbody></table>`;
}
