import type { InvoiceLine, InvoiceView } from "../../hosted/invoice-view";
import type { Total } from "../../hosted/totals";
import { type Html, html } from "../html";
import type { Page } from "../page";
import { facts, hostedPage } from "./layout";
import { invoiceFacts, invoiceStatus, periodText } from "./words";

/** The page of an invoice, where an open one is paid by card. */
export function invoicePage(invoice: InvoiceView, path: string): Page {
  const content = html`<header>
<h1>Invoice from ${invoice.seller}</h1>
<p class="sum amount">${sum(invoice)}</p>
<p class="state" data-state="${invoice.status}">${invoiceStatus(invoice)}</p>
<p><a href="${path}/pdf">Download PDF</a></p>
</header>
${payment(invoice)}
${facts(invoiceFacts(invoice))}
<div class="parties">
<section><h2>From</h2><p>${invoice.seller}</p></section>
<section><h2>Billed to</h2>${invoice.billedTo.map((line) => html`<p>${line}</p>`)}</section>
</div>
${lineTable(invoice.lines)}
<table class="totals"><caption>Totals</caption><tbody>${invoice.totals.map(totalRow)}</tbody></table>
${invoice.memo === null ? null : html`<p class="memo">${invoice.memo}</p>`}
${invoice.footer === null ? null : html`<p class="memo">${invoice.footer}</p>`}`;
  return hostedPage(`Invoice ${invoice.number} from ${invoice.seller}`, content, {
    ...(invoice.payment === null ? {} : { script: SCRIPT }),
    policy: { "frame-src": "'self'" },
  });
}

const SCRIPT = html`<script type="module" src="/hosted/pay.js"></script>`;

/** What is still to pay, and of an invoice that is done with what was. */
function sum({ status, amountRemaining, amountDue }: InvoiceView): string {
  return status === "open" ? amountRemaining : amountDue;
}

function payment({ payment: asked, amountRemaining }: InvoiceView): Html | null {
  if (asked === null) return null;
  return html`<form id="pay" data-key="${asked.publishableKey}" data-secret="${asked.clientSecret}">
<h2>Pay by card</h2>
<div id="card"></div>
<p class="error" id="problem" role="alert"></p>
<button disabled>Pay ${amountRemaining}</button>
<noscript><p>Paying here needs JavaScript.</p></noscript>
</form>`;
}

function lineTable(lines: readonly InvoiceLine[]): Html {
  return html`<table class="lines"><caption>Lines</caption>
<thead><tr><th scope="col">Description</th><th scope="col">Qty</th><th scope="col">Amount</th></tr></thead>
<tbody>${lines.map(lineRow)}</tbody></table>`;
}

function lineRow({ description, period, quantity, amount }: InvoiceLine): Html {
  const when = periodText(period);
  return html`<tr><td>${description}${when === null ? null : html`<br><span class="when">${when}</span>`}</td>
<td>${quantity}</td><td class="amount">${amount}</td></tr>`;
}

function totalRow({ label, amount }: Total): Html {
  return html`<tr><th scope="row">${label}</th><td class="amount">${amount}</td></tr>`;
}
