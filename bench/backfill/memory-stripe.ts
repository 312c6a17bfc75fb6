import { z } from "zod";
import type { Kind } from "../support/documents";
import { entriesOf, placeOf } from "./source";

const lists: Record<string, Kind> = {
  "/v1/customers": "customer",
  "/v1/subscriptions": "subscription",
  "/v1/invoices": "invoice",
  "/v1/payment_intents": "payment_intent",
  "/v1/charges": "charge",
};

const query = z.object({ limit: z.coerce.number(), starting_after: z.string().optional() });

/**
 * Answers as the SDK does after a request, at once and from memory. What isn't copied here has empty lists.
 *
 * @param rows objects of each kind
 */
export function memoryStripe(turn: number, rows: number) {
  return async (_method: string, address: string) => {
    const answer = address === "/v1/account" ? account : pageOf(address, turn, rows);
    return { ...answer, lastResponse: { headers: { date: new Date().toUTCString() } } };
  };
}

const account = { id: "acct_bench", object: "account" };

/** A page of a list, by the address that asks for it. */
export function pageOf(address: string, turn: number, rows: number) {
  const { pathname, searchParams } = new URL(address, "http://stripe");
  const { limit, starting_after: after } = query.parse(Object.fromEntries(searchParams));
  const kind = lists[pathname];
  const first = after ? placeOf(after, rows) + 1 : 0;
  return {
    object: "list",
    data: kind ? entriesOf(kind, turn, rows, first, limit) : [],
    has_more: kind !== undefined && first + limit < rows,
    url: pathname,
  };
}
