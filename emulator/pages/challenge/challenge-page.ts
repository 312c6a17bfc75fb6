import { type Html, html } from "../html";
import { formatMoney } from "../money";
import { type Page, page } from "../page";

/** What the bank asks about. */
export interface ChallengeView {
  id: string;
  pending: boolean;
  /** What is to be paid; null where a card is only being saved. */
  payment: { amount: number; currency: string } | null;
}

const POLICY = {
  "frame-ancestors": "*",
  // The form's answer may lead back to the merchant's page.
  "form-action": "'self' http: https:",
};

function frame(title: string, content: Html): Html {
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/3ds/challenge.css">
<script type="module" src="/3ds/challenge.js"></script>
</head>
<body>
<main>
<p class="bank"><svg viewBox="0 0 20 22" width="18" height="20" aria-hidden="true"><path d="M2 21V9a8 8 0 0 1 16 0v12" fill="none" stroke="currentColor" stroke-width="2.5"/></svg> Test Bank</p>
${content}
</main>
</body>
</html>`;
}

function question({ payment }: ChallengeView): Html {
  if (!payment) return html`<p>Your bank wants to know that it is you before your card is saved.</p>`;
  return html`<p>Your bank wants to know that it is you before it pays.</p>
<p class="amount">${formatMoney(payment.amount, payment.currency)}</p>`;
}

/** The question of a 3-D Secure challenge, with the two answers a test can give. Works without JavaScript. */
export function challengePage(view: ChallengeView, parent: string): Page {
  if (!view.pending) return answeredPage();
  const content = html`<h1>3D Secure 2 test page</h1>
${question(view)}
<form method="post" action="/3ds/${view.id}">
<input type="hidden" name="parent" value="${parent}">
<button class="yes" id="test-source-authorize-3ds" name="outcome" value="authorize">Complete</button>
<button class="no" id="test-source-fail-3ds" name="outcome" value="fail">Fail</button>
</form>
<p class="note">This is the stand-in's page, not a bank's. Complete approves the card, Fail refuses it.</p>`;
  return page(frame("3D Secure authentication", content), { policy: POLICY });
}

/** After the answer: tells the page around it, which takes the frame away. */
function answeredPage(): Page {
  const content = html`<h1>Answered</h1>
<p data-answered>Your bank has your answer. You can go back to where you came from.</p>`;
  return page(frame("3D Secure authentication", content), { policy: POLICY });
}

/** For an address that names no challenge. */
export function unknownChallengePage(): Page {
  const content = html`<h1>Nothing to confirm</h1><p>This address belongs to no payment.</p>`;
  return page(frame("3D Secure authentication", content), { status: 404, policy: POLICY });
}
