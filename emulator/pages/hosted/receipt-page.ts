import type { ReceiptView } from "../../hosted/receipt-view";
import { html } from "../html";
import type { Page } from "../page";
import { facts, hostedPage } from "./layout";
import { day, RECEIPT_STATUS } from "./words";

/** The receipt of a payment. */
export function receiptPage(receipt: ReceiptView): Page {
  const { seller, amount, status, paid, method, description, refunded, invoice } = receipt;
  const content = html`<header>
<h1>Receipt from ${seller}</h1>
<p class="sum amount">${amount}</p>
<p class="state" data-state="${status}">${RECEIPT_STATUS[status]}</p>
</header>
${facts([
  ["Date", day(paid)],
  ...(method === null ? [] : [["Paid with", method] as const]),
  ...(description === null ? [] : [["For", description] as const]),
  ...(refunded === null ? [] : [["Refunded", refunded] as const]),
])}
${invoice === null ? null : html`<p><a href="${invoice.address}">Invoice ${invoice.number}</a></p>`}`;
  return hostedPage(`Receipt from ${seller}`, content);
}
