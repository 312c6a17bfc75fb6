import type { PortalSubscription } from "../../../hosted/portal-view";
import { type Html, html } from "../../html";
import type { Page } from "../../page";
import { day } from "../words";
import { actionButton, type Problem, portalPage, type Visit } from "./frame";
import { itemText, REASONS } from "./words";

/** Ends a subscription, with its reason where that is asked for. */
export function cancelPage(
  visit: Visit,
  subscription: PortalSubscription,
  problem: Problem | null = null,
): Page {
  const { view, base } = visit;
  const { mode, cancellation_reason: reason } = view.features.subscription_cancel;
  const address = `${base}/subscriptions/${subscription.id}`;
  const coupon = view.flow?.subscription_cancel?.retention?.coupon_offer?.coupon;
  const content = html`<p>${subscription.item && itemText(subscription.item)}</p>
<p>${mode === "immediately" ? "It ends at once." : `It stays yours until ${day(subscription.periodEnd)}, and isn't paid again.`}</p>
${coupon && html`<p>There is a discount if you stay.</p>${actionButton(`${address}/stay`, "Stay with the discount")}`}
<form method="post" action="${address}/cancel">
${reason.enabled && reasons(reason.options)}
<button>Cancel subscription</button>
</form>`;
  return portalPage(visit, "Cancel your subscription", content, { problem });
}

function reasons(options: readonly (keyof typeof REASONS)[]): Html {
  return html`<fieldset><legend>Why do you go?</legend>
${options.map((option) => html`<label class="choice"><input type="radio" name="feedback" value="${option}"> ${REASONS[option]}</label>`)}</fieldset>
<label class="field">Anything else<input name="comment" maxlength="500"></label>`;
}
