import type { CheckoutView } from "../hosted/checkout-view";
import type { CreditNoteView } from "../hosted/credit-note-view";
import type { InvoiceView } from "../hosted/invoice-view";
import type { PortalView } from "../hosted/portal-view";
import type { ReceiptView } from "../hosted/receipt-view";
import type { ChallengeView } from "./challenge/challenge-page";

/** An object of the API, as JSON. */
export type Json = Readonly<Record<string, unknown>>;

export type ApiAnswer = { ok: true; object: Json } | { ok: false; status: number; message: string };

export type Method = "GET" | "POST" | "DELETE";

/**
 * What the pages need of the stand-in behind them: its own API and what Stripe doesn't have (`/_emulator/…`),
 * called inside the process on one account's behalf, so that a change made here is the change a request would
 * make, with its events and deliveries.
 */
export interface Backend {
  /** Names of the accounts there are, those first that were used last. */
  accounts(): string[];
  /** `path` may carry a query; `params` become the body of a POST. */
  call(
    account: string,
    method: Method,
    path: string,
    params?: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>;
  challenge(id: string): ChallengeView | null;
  /** Ends a pending challenge. Gives the page to go on to, or null when Stripe.js is waiting around the frame. */
  answerChallenge(id: string, outcome: ChallengeOutcome): string | null;
  /** What the hosted page of that token shows; null where there is none. */
  invoice(token: string): InvoiceView | null;
  creditNote(token: string): CreditNoteView | null;
  receipt(token: string): ReceiptView | null;
  /** The Checkout Session of an id, and whose it is; null where there is none. */
  checkout(id: string): CheckoutPage | null;
  /** A customer's portal, by the end of its address; null where there is none, or its time is over. */
  portal(token: string): { readonly account: string; readonly view: PortalView } | null;
}

interface CheckoutPage {
  readonly account: string;
  readonly view: CheckoutView;
}

export type ChallengeOutcome = "authorize" | "fail";

/** A request for a page. */
export interface PageRequest {
  method: string;
  url: URL;
  form: URLSearchParams;
  /** The `Sec-Fetch-Site` header: tells a form of ours from one of another site. */
  site: string | null;
  /** The `If-None-Match` header: which file of that path the browser has. */
  known: string | null;
}
