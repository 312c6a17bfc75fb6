import postgres from "postgres";
import { documentOf, template } from "./documents";
import { withoutIndexes } from "./without-indexes";

const CHUNK = 20_000;

/** Unix seconds by which no benchmark is run any more. */
const FAR = 4_000_000_000;

/** Of nobody: they are put in by SQL. */
const names = { user: "USER", customer: "cus_CUSTOMER", subscription: "sub_SUBSCRIPTION" };

/** Everybody in the order of their ids, so that each index by an id grows at its end: in no order, most of the time goes there. */
const everybody = `
create temporary table everybody as
select i, row_number() over (order by md5(i::text)) as place from generate_series(1, $1::int) i`;

const chunk = `
with people as materialized (
  select i, md5(i::text)::uuid as id, left(md5(i::text), 24) as name from everybody where place between $1 and $2
), known as (
  insert into users (id, email, name, password_hash)
  select id, 'reader' || i || '@example.com', 'Reader ' || i, 'none' from people
), linked as (
  insert into billing_customers (user_id, stripe_customer_id) select id, 'cus_' || name from people
), placed as (
  insert into subscription_slots (user_id, price_id, stripe_subscription_id)
  select id, 'price_PRICE', 'sub_' || name from people
), mirrored as (
  insert into stripe.customers (id, data, as_of_from, as_of_to)
  select 'cus_' || name, replace(replace($3::text, 'cus_CUSTOMER', 'cus_' || name), 'USER', id::text)::jsonb,
    to_timestamp(0), to_timestamp(1)
  from people
)
insert into stripe.subscriptions (id, data, as_of_from, as_of_to)
select 'sub_' || name,
  replace(
    replace(case when i % 10 = 0 then $5::text else $4::text end, 'cus_CUSTOMER', 'cus_' || name),
    'sub_SUBSCRIPTION', 'sub_' || name
  )::jsonb,
  to_timestamp(0), to_timestamp(1)
from people`;

const plan = `
insert into stripe.product_feature_lists (id, data, as_of_from, as_of_to)
values ('prod_PRODUCT', $1::text::jsonb, to_timestamp(0), to_timestamp(1))`;

const seeded = [
  "users",
  "billing_customers",
  "subscription_slots",
  "stripe.customers",
  "stripe.subscriptions",
];

const features = {
  id: "prod_PRODUCT",
  object: "product_feature_list",
  features: [{ id: "prodft_1", entitlement_feature: { id: "feat_1", lookup_key: "essays", active: true } }],
};

/** A subscription in a trial that ends without a card: what it opens is decided with a look at its customer too. */
function inTrial(): string {
  const { items, ...subscription } = documentOf("subscription", names, "");
  return JSON.stringify({
    ...subscription,
    items: JSON.parse(JSON.stringify(items), (field, value) =>
      field === "current_period_end" ? FAR : value,
    ),
    status: "trialing",
    default_payment_method: null,
    trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
  });
}

/** Fills a database with so many customers, each a user with a subscription to one plan, a tenth of them on trial. */
export async function seedCustomers(url: string, customers: number): Promise<void> {
  const sql = postgres(url, { max: 1 });
  try {
    await sql.unsafe(plan, [JSON.stringify(features)]);
    await sql.unsafe(everybody, [customers]);
    await sql`create index on everybody (place)`;
    await sql`analyze everybody`;
    // Nothing that refers to a row can miss it: the statement makes both.
    await sql`set session_replication_role = replica`;
    await withoutIndexes(sql, seeded, async () => {
      for (let first = 1; first <= customers; first += CHUNK) {
        const last = Math.min(first + CHUNK - 1, customers);
        await sql.unsafe(chunk, [
          ...[first, last],
          ...[template("customer"), template("subscription"), inTrial()],
        ]);
      }
    });
    // Not the empty tables: PostgreSQL would believe that they stay empty, and read them from end to end.
    await sql.unsafe(`vacuum analyze ${seeded.join(", ")}`);
  } finally {
    await sql.end();
  }
}
