import postgres from "postgres";
import type { Application } from "../support/application";
import { reader } from "./paying";
import type { Person } from "./people";

/** `counted`: the prices of what is counted with it. */
type Plan = { key: string; name: string; counted?: string[] };

/**
 * Gives somebody a plan, paid by the Visa that ends in 4242, as a purchase leaves it at Stripe and with us; for stories
 * that begin after that. Those about buying use `buy`.
 */
export async function subscribe(app: Application, person: Person, plan: Plan = reader): Promise<void> {
  const { stripe, deliver } = app.account;
  const { data } = await stripe.prices.list({ lookup_keys: [plan.key, ...(plan.counted ?? [])] });
  const { id: customer } = await stripe.customers.create({ email: person.email, name: person.name });
  await link(app, person, customer);
  const { id: default_payment_method } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.subscriptions.create({
    customer,
    default_payment_method,
    items: data.map(({ id: price }) => ({ price })),
  });
  await deliver();
}

async function link({ database }: Application, { email }: Person, customer: string): Promise<void> {
  const sql = postgres(database.url, { max: 1 });
  const linked = await sql`
    insert into billing_customers (user_id, stripe_customer_id)
    select id, ${customer} from users where email = ${email}`;
  await sql.end();
  if (linked.count !== 1) throw new Error(`${email} has no account`);
}
