import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { changeCustomer, customerTime } from "./customer";

type Entry = Held<"customer_balance_transaction">;

/** Why a balance changes, and what to note beside it. */
export type Occasion = Pick<Entry, "type"> &
  Partial<Pick<Entry, "credit_note" | "description" | "invoice" | "metadata">>;

/**
 * Adds an amount to what a customer owes (a credit is negative) and enters it into the customer's ledger.
 * Emits `customer.updated`. https://docs.stripe.com/billing/customer/balance
 */
export function changeBalance(
  work: Work,
  customer: Held<"customer">,
  amount: number,
  currency: string,
  occasion: Occasion,
): Entry {
  const balance = customer.balance + amount;
  changeCustomer(work, customer.id, { balance, currency: customer.currency ?? currency });
  return enterBalance(work, customer, amount, currency, balance, occasion);
}

/** Enters a change of a balance that is made already. */
export function enterBalance(
  work: Work,
  customer: Held<"customer">,
  amount: number,
  currency: string,
  endingBalance: number,
  occasion: Occasion,
): Entry {
  return work.store.put("customer_balance_transaction", {
    id: work.newId("customer_balance_transaction"),
    object: "customer_balance_transaction",
    amount,
    checkout_session: null,
    created: customerTime(work, customer),
    credit_note: null,
    currency,
    customer: customer.id,
    customer_account: null,
    description: null,
    ending_balance: endingBalance,
    invoice: null,
    livemode: false,
    metadata: {},
    ...occasion,
  });
}
