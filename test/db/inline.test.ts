import { getTableConfig } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { mirrored, mirroredTypes } from "@/lib/stripe/mirror/registry";
import { createTestDatabase } from "@/test/support/database";

const storage = "select relname as table, reloptions as options from pg_class";

test("every table of the mirror keeps rows of Stripe's usual length uncompressed, one that comes later too", async () => {
  const { url, drop } = await createTestDatabase();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create table stripe.latecomers (like stripe.customers including all)`;
  await migrateDatabase(url);
  const kept = await sql.unsafe(`${storage} where reloptions @> '{toast_tuple_target=4080}' order by 1`);
  const tables = mirroredTypes.map((type) => getTableConfig(mirrored(type).table).name);
  expect(kept.map(({ table }) => table)).toEqual([...tables, "latecomers"].sort());
  await sql.end();
  await drop();
});

test("a document of three kilobytes is stored as it is, one of twelve is compressed", async () => {
  const { url, drop } = await createTestDatabase();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const document = (id: string, length: number) =>
    JSON.stringify({ id, object: "invoice", description: "essay ".repeat(length / 6) });
  await sql.unsafe(
    `insert into stripe.invoices (id, data, as_of_from, as_of_to)
     select d ->> 'id', d, now(), now() from unnest($1::text::text[]::jsonb[]) d`,
    [`{${[document("in_1", 3_000), document("in_2", 12_000)].map((d) => JSON.stringify(d)).join(",")}}`],
  );
  const stored = await sql`
    select id, pg_column_compression(data) as compressed from stripe.invoices order by id`;
  expect(stored).toMatchObject([
    { id: "in_1", compressed: null },
    { id: "in_2", compressed: "pglz" },
  ]);
  await sql.end();
  await drop();
});
