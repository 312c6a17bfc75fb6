import type Stripe from "stripe";
import type { Application } from "../support/application";
import type { Person } from "./people";

/** The person's subscriptions as Stripe has them, ended ones included. */
export async function subscriptionsOf(
  { account }: Application,
  { email }: Person,
): Promise<Stripe.Subscription[]> {
  const { data: customers } = await account.stripe.customers.list({ email });
  const lists = customers.map(({ id }) => account.stripe.subscriptions.list({ customer: id, status: "all" }));
  return (await Promise.all(lists)).flatMap(({ data }) => data);
}

/** What the person has paid at Stripe, in minor units, one entry a payment. */
export async function paymentsOf({ account }: Application, { email }: Person): Promise<number[]> {
  const { data: customers } = await account.stripe.customers.list({ email });
  const lists = customers.map(({ id }) => account.stripe.charges.list({ customer: id }));
  const charges = (await Promise.all(lists)).flatMap(({ data }) => data);
  return charges.filter(({ paid }) => paid).map(({ amount }) => amount);
}
