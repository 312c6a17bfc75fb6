import type { Account } from "../core/account";
import type { Accounts } from "../core/accounts";
import { type CheckoutView, checkoutView } from "./checkout-view";
import { type CreditNoteView, creditNoteView } from "./credit-note-view";
import { type InvoiceView, invoiceView } from "./invoice-view";
import type { PortalView } from "./portal-view";
import { type ReceiptView, receiptView } from "./receipt-view";
import { idIn, leadsTo } from "./token";
import { visitPortal } from "./visit-portal";

/** The invoice whose hosted page has the token, in whichever account it is; null for a draft's, and for no token at all. */
export function invoiceBehind(accounts: Accounts, token: string): InvoiceView | null {
  const id = idIn(token);
  const holder = holderOf(accounts, ({ store }) =>
    leadsTo(store.get("invoice", id)?.hosted_invoice_url, token),
  );
  return holder?.run((work) => invoiceView(work, id, `pk_test_${holder.name}`)) ?? null;
}

/** The payment whose receipt has the token, or null. */
export function receiptBehind(accounts: Accounts, token: string): ReceiptView | null {
  const id = idIn(token);
  const holder = holderOf(accounts, ({ store }) => leadsTo(store.get("charge", id)?.receipt_url, token));
  return holder?.run((work) => receiptView(work, id)) ?? null;
}

/** The Checkout Session of an id, which nobody guesses, in whichever account it is; null where there is none. */
export function checkoutBehind(
  accounts: Accounts,
  id: string,
): { readonly account: string; readonly view: CheckoutView } | null {
  const holder = holderOf(accounts, ({ store }) => store.get("checkout.session", id) !== undefined);
  if (!holder) return null;
  const view = holder.run((work) => checkoutView(work, work.store.must("checkout.session", id)));
  return { account: holder.name, view };
}

/** The portal whose address has the token, or null where there is none or its customer was away for too long. */
export function portalBehind(
  accounts: Accounts,
  token: string,
): { readonly account: string; readonly view: PortalView } | null {
  const sessionIn = ({ store }: Account) => store.list("billing_portal.session", "token", token)[0];
  const holder = holderOf(accounts, (account) => sessionIn(account) !== undefined);
  const session = holder && sessionIn(holder);
  const view = session ? holder.run((work) => visitPortal(work, session)) : null;
  return holder && view ? { account: holder.name, view } : null;
}

/** The credit note whose PDF has the token, or null. */
export function creditNoteBehind(accounts: Accounts, token: string): CreditNoteView | null {
  const id = idIn(token);
  const holder = holderOf(accounts, ({ store }) =>
    leadsTo(store.get("credit_note", id)?.pdf, `${token}/pdf`),
  );
  return holder?.run((work) => creditNoteView(work, id)) ?? null;
}

function holderOf(accounts: Accounts, holds: (account: Account) => boolean): Account | undefined {
  return accounts.all().find(holds);
}
