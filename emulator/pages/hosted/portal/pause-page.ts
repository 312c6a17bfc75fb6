import type { PortalSubscription, PortalView } from "../../../hosted/portal-view";
import { type Html, html } from "../../html";
import type { Page } from "../../page";
import { type Problem, portalPage, type Visit } from "./frame";

type Duration = PortalView["features"]["subscription_pause"]["duration"];

/** Pauses the payments of a subscription, for as long as the portal offers. */
export function pausePage(visit: Visit, { id }: PortalSubscription, problem: Problem | null = null): Page {
  const { duration } = visit.view.features.subscription_pause;
  const content = html`<p>Nothing is paid while it is paused.</p>
<form method="post" action="${visit.base}/subscriptions/${id}/pause">
${choices(duration)}
<button>Pause payments</button>
</form>`;
  return portalPage(visit, "Pause your subscription", content, { problem });
}

function choices({ interval_options: options }: Duration): Html | null {
  if (options.length === 0) return null;
  return html`<fieldset><legend>For how long</legend>${options.map(
    ({ interval, interval_count: count }, index) =>
      html`<label class="choice"><input type="radio" name="duration" value="${index}"${index === 0 ? html` checked` : null}> ${count} ${interval}${count === 1 ? null : "s"}</label>`,
  )}</fieldset>`;
}
