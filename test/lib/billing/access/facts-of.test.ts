import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, type Transaction } from "@/db/client";
import { customers } from "@/db/schema/stripe/people";
import { accessFacts } from "@/lib/billing/access/facts-of";
import { useTestDatabase } from "@/test/support/use-database";
import { anInvoice, aPrice, aProduct, aSubscription, inDays } from "../support/mirrored";
import { aCustomer } from "../support/people";

useTestDatabase();

/** Tables that grow with the number of people, and how many of their rows a transaction has read by going through them. */
async function readInOrder(tx: Transaction) {
  return tx.execute(sql`
    select relname as name, seq_tup_read::int as rows from pg_stat_xact_user_tables
    where schemaname = 'stripe' and relname in ('customers', 'subscriptions', 'invoices')
    order by relname`);
}

test("what is open to one person is decided without going through all others", async () => {
  const price = await aPrice(await aProduct());
  const trying = await aCustomer();
  await aSubscription(trying.customer, [price], {
    status: "trialing",
    trial_end: inDays(3),
    trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
  });
  const owing = await aCustomer();
  const owed = await aSubscription(owing.customer, [price], { status: "past_due" });
  await anInvoice(owed.id, { status: "open", created: inDays(-1) });
  const asOf = { asOfFrom: new Date(), asOfTo: new Date() };
  const both = [trying, owing].map(({ customer: id }) => ({ id, data: { id, object: "customer" }, ...asOf }));
  await db.insert(customers).values(both);
  // What the second has, so many times over, each time with an id, a customer and a subscription of its own.
  const others = (name: string) => sql`
    insert into stripe.${sql.identifier(name)} (id, data, as_of_from, as_of_to)
    select id || n, replace(replace(replace(data::text, id, id || n), ${owing.customer}, 'cus_' || n), ${owed.id}, 'sub_' || n)::jsonb,
      as_of_from, as_of_to
    from stripe.${sql.identifier(name)}, generate_series(1, 500) n
    where strpos(data::text, ${owing.customer}) > 0 or strpos(data::text, ${owed.id}) > 0`;
  for (const name of ["customers", "subscriptions", "invoices"]) await db.execute(others(name));
  await db.execute(sql`analyze`);

  await db.transaction(async (tx) => {
    const before = await readInOrder(tx);
    for (const { userId } of [trying, owing]) expect(await accessFacts(userId, tx)).toHaveLength(1);
    expect(await readInOrder(tx)).toEqual(before);
  });
});
