import type { PortalView } from "../../../hosted/portal-view";
import { type Html, html } from "../../html";
import type { Page } from "../../page";
import { hostedPage } from "../layout";

/** A portal's customer at one of its pages. */
export interface Visit {
  readonly view: PortalView;
  readonly account: string;
  /** The portal's own address, without a slash at its end. */
  readonly base: string;
}

/** What the last post came to, in the form's own place. */
export interface Problem {
  readonly status: number;
  readonly message: string;
}

/** A page of the portal: what it is for, and the way back. */
export function portalPage(
  { view, base }: Visit,
  title: string,
  content: Html,
  options: { home?: boolean; problem?: Problem | null; script?: boolean } = {},
): Page {
  const { returnUrl, policies, headline } = view;
  const back = options.home
    ? returnUrl && html`<p><a href="${returnUrl}">← Back to Gatehouse</a></p>`
    : html`<p><a href="${base}/home">← Back</a></p>`;
  const whole = html`<header>${back}
<h1>${title}</h1>
${options.home ? headline && html`<p>${headline}</p>` : null}</header>
${options.problem && html`<p class="error" role="alert">${options.problem.message}</p>`}
${content}
${policies.length > 0 && html`<p class="policies">${policies.map(({ name, url }) => html`<a href="${url}">${name}</a> `)}</p>`}`;
  return hostedPage(title, whole, {
    kind: "portal",
    status: options.problem?.status ?? 200,
    ...(options.script ? { script: html`<script type="module" src="/hosted/pay.js"></script>` } : {}),
    // A form's answer may lead to the merchant's page, or to a bank's.
    policy: { "form-action": "'self' http: https:", "frame-src": "'self'" },
  });
}

/** A button that changes something at once. */
export function actionButton(address: string, label: string): Html {
  return html`<form method="post" action="${address}" class="inline"><button class="quiet">${label}</button></form>`;
}

/** For what the portal's configuration doesn't offer, or what isn't its customer's. */
export function refusedPage(visit: Visit): Page {
  return portalPage(visit, "This isn't offered here", html`<p>Go back to see what you can do here.</p>`, {
    problem: { status: 403, message: "Nothing was changed." },
  });
}

/** For a session that is over, or that nobody began. */
export function closedPage(): Page {
  const content = html`<h1>This page has expired</h1>
<p>Go back to where you came from, and open it anew.</p>`;
  return hostedPage("This page has expired", content, { status: 404 });
}
