import type { Refusal } from "./refusal";

/** What one customer is to pay, own or be given, and is another's. */
// biome-ignore format: a table, one line for each refusal
export const FOREIGN: readonly Refusal[] = [
  ["POST /v1/invoiceitems", "customer={nobody}&invoice={draft}&amount=500", 400, null, "invoice", "The invoice {draft} doesn't belong to the customer {nobody}."],
  ["POST /v1/invoiceitems", "customer={nobody}&subscription={active}&amount=500", 400, null, "subscription", "The subscription {active} doesn't belong to the customer {nobody}."],
  ["POST /v1/invoices", "customer={nobody}&subscription={active}", 400, null, "subscription", "The subscription {active} doesn't belong to the customer {nobody}."],
  ["POST /v1/invoices/create_preview", "customer={nobody}&subscription={active}", 400, null, "subscription", "The subscription {active} doesn't belong to the customer {nobody}."],
  ["POST /v1/invoices/{guardedInvoice}/pay", "payment_method={method}", 400, null, "payment_method", "The PaymentMethod {method} does not belong to the Customer you supplied {guarded}. Please use this PaymentMethod with the Customer that it belongs to instead."],
  ["POST /v1/subscriptions/{active}", "discounts[0][discount]={discount}", 400, "resource_missing", "discounts[0][discount]", "No such discount: '{discount}'"],
  ["POST /v1/payment_intents/{guardedIntent}", "amount=100", 400, "payment_intent_unexpected_state", null, "This PaymentIntent's amount and customer can't be changed: they are its invoice's."],
  ["POST /v1/payment_intents/{guardedIntent}", "customer={nobody}", 400, "payment_intent_unexpected_state", null, "This PaymentIntent's amount and customer can't be changed: they are its invoice's."],
];
