import type { CheckoutView } from "../../../hosted/checkout-view";
import { type Html, html } from "../../html";
import type { Page, Policy } from "../../page";
import { hostedPage } from "../layout";
import { buyerFields, type Typed } from "./buyer-fields";
import { consentFields, customFields, said, shippingFields } from "./further-fields";
import { type Problem, summary } from "./summary";
import { afterwards, heading, outcome, submitLabel, sum } from "./words";

const SCRIPT = html`<script type="module" src="/hosted/pay.js"></script>`;

/** What the last post came to, where that wasn't what its customer wanted. */
export interface Refused extends Problem {
  readonly status: number;
  readonly typed: Typed;
}

/** The page of a session: what is bought on one side, what its customer does on the other. */
export function checkoutPage(view: CheckoutView, publishableKey: string, refused: Refused | null): Page {
  const content = html`<section class="bought"><header>
${back(view)}
<h1>${heading(view)}</h1>
<p class="sum amount">${sum(view)}</p>
<p class="when">${afterwards(view)}</p>
</header>
${summary(view, refused)}</section>
<section class="paying">${payment(view, publishableKey, refused)}</section>`;
  return hostedPage(heading(view), content, {
    kind: "checkout",
    script: SCRIPT,
    status: refused?.status ?? 200,
    // The form's answer may lead to the merchant's page, or to a bank's.
    policy: { "form-action": "'self' http: https:", "frame-src": "'self'", ...framed(view) },
  });
}

/** Only the page of a session that is to be embedded may stand in another one. */
function framed({ ui_mode: mode }: CheckoutView): Policy {
  return mode === "embedded_page" ? { "frame-ancestors": "*" } : {};
}

function back({ cancel_url: url, seller }: CheckoutView): Html | null {
  return url === null ? null : html`<p><a href="${url}">← Back to ${seller}</a></p>`;
}

function payment(view: CheckoutView, key: string, refused: Refused | null): Html {
  const problem = refused?.about === "payment" ? refused.message : view.error;
  const typed: Typed = refused?.typed ?? (() => "");
  const { id, mode, amount_due: due, currency, needs_payment_method: needed, asks } = view;
  return html`<form id="checkout" method="post" action="/checkout/${id}" data-session="${id}" data-key="${key}" data-mode="${mode}" data-amount="${due}" data-currency="${currency}" data-address="${asks.address}">
<input type="hidden" name="expected_amount" value="${due}">
${buyerFields(view, typed)}
${shippingFields(view, typed)}
${customFields(view, typed)}
${needed ? cards(view) : null}
${asks.save && html`<label class="choice"><input type="checkbox" name="save_payment_method" value="true"> Save this card for next time</label>`}
${consentFields(view)}
${said(view.custom_text.submit)}
<p class="error" id="problem" role="alert">${problem}</p>
<button name="do" value="confirm">${submitLabel(view)}</button>
${said(view.custom_text.after_submit)}
</form>`;
}

/** The saved cards and a new one. Only the latter needs a script: its number is typed into a frame of the stand-in's. */
function cards({ saved_payment_methods: saved }: CheckoutView): Html {
  const choices = saved.map(
    ({ id, brand, last4, exp_month, exp_year }, index) =>
      html`<label class="choice"><input type="radio" name="payment_method" value="${id}"${index === 0 ? html` checked` : null}> ${brand.charAt(0).toUpperCase()}${brand.slice(1)} •••• ${last4}, ${exp_month}/${exp_year}</label>`,
  );
  return html`<h2>Card</h2>
${
  saved.length === 0
    ? null
    : html`<fieldset><legend class="hidden">Pay with</legend>${choices}
<label class="choice"><input type="radio" name="payment_method" value=""> Another card</label></fieldset>`
}
<div id="card"></div>
<noscript><p>Paying with ${saved.length === 0 ? "a" : "another"} card needs JavaScript.</p></noscript>`;
}

/** The page of a session that is complete. */
export function completePage(view: CheckoutView): Page {
  const { completion_url: url, seller } = view;
  return hostedPage(
    "Thank you",
    html`<h1>${seller}</h1>
<p class="sum" data-complete>Thank you</p>
<p class="state" data-state="paid">${outcome(view)}</p>
${url === null || view.ui_mode === "embedded_page" ? null : html`<p><a href="${url}">Go on to ${seller}</a></p>`}`,
    { policy: framed(view), script: SCRIPT },
  );
}

/** The page of a session nobody can complete any more. */
export function expiredPage(view: CheckoutView): Page {
  return hostedPage(
    "This page has expired",
    html`<h1>${view.seller}</h1>
<p class="sum">This page has expired</p>
<p>Nothing was paid. Go back to where you came from to begin anew.</p>
${back(view)}`,
    { policy: framed(view) },
  );
}
