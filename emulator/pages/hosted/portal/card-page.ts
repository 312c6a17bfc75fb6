import { html } from "../../html";
import type { Page } from "../../page";
import { type Problem, portalPage, type Visit } from "./frame";

/** The form for a new card, whose number is typed into a frame of the stand-in's. */
export function cardPage(visit: Visit, problem: Problem | null = null): Page {
  const { account, base } = visit;
  const content = html`<form id="portal-card" method="post" action="${base}/cards" data-key="pk_test_${account}">
<input type="hidden" name="payment_method">
<div id="card"></div>
<p class="error" id="problem" role="alert"></p>
<button>Save card</button>
<noscript><p>Adding a card needs JavaScript.</p></noscript>
</form>`;
  return portalPage(visit, "Add a card", content, { problem, script: true });
}
