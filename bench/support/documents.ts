import { isDocument } from "@/lib/stripe/mirror/observed";
import charge from "../objects/charge.json";
import customer from "../objects/customer.json";
import invoice from "../objects/invoice.json";
import paymentIntent from "../objects/payment_intent.json";
import subscription from "../objects/subscription.json";
import type { Person } from "./people";

/** One purchase as the stand-in told of it, with names in place of ids. */
const templates = {
  charge: JSON.stringify(charge),
  customer: JSON.stringify(customer),
  invoice: JSON.stringify(invoice),
  payment_intent: JSON.stringify(paymentIntent),
  subscription: JSON.stringify(subscription),
};

export type Kind = keyof typeof templates;

/** An object's JSON, with names in place of ids: `cus_CUSTOMER` and so on. */
export function template(kind: Kind): string {
  return templates[kind];
}

/**
 * An object as Stripe would send it.
 *
 * @param person whose it is
 * @param purchase ends the ids of what is new with each purchase
 */
export function documentOf(kind: Kind, { user, customer, subscription }: Person, purchase: string) {
  const document: unknown = JSON.parse(
    template(kind)
      .replaceAll("USER", user)
      .replaceAll("cus_CUSTOMER", customer)
      .replaceAll("sub_SUBSCRIPTION", subscription)
      .replaceAll("in_INVOICE", `in_${purchase}`)
      .replaceAll("ch_CHARGE", `ch_${purchase}`)
      .replaceAll("pi_INTENT", `pi_${purchase}`),
  );
  if (!isDocument(document)) throw new TypeError(`The ${kind} of the benchmark has no id.`);
  return document;
}
