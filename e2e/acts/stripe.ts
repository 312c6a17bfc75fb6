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

/** Lets a test card pay for a person's plan, as if they had saved it some time ago. */
export async function payFromNowOn(app: Application, person: Person, card: string): Promise<void> {
  const { stripe } = app.account;
  const [subscription] = await subscriptionsOf(app, person);
  if (!subscription) throw new Error("Stripe has no subscription of this person");
  const customer = idOf(subscription.customer);
  const { id: default_payment_method } = await stripe.paymentMethods.attach(card, { customer });
  await stripe.subscriptions.update(subscription.id, { default_payment_method });
}

function idOf(customer: Stripe.Subscription["customer"]): string {
  return typeof customer === "string" ? customer : customer.id;
}
