import postgres from "postgres";
import { expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import journal from "@/db/migrations/meta/_journal.json" with { type: "json" };
import { createTestDatabase } from "@/test/support/database";

test("several instances that start at once migrate an empty database once", async () => {
  const { url, drop } = await createTestDatabase();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`drop schema if exists stripe cascade`;
  await sql`drop schema public cascade`;
  await sql`create schema public`;
  await sql`drop schema drizzle cascade`;
  await Promise.all([1, 2, 3, 4, 5].map(() => migrateDatabase(url)));
  const [applied] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
  const [tables] =
    await sql`select to_regclass('stripe.events')::text as ledger, to_regclass('users')::text as users`;
  expect(applied?.count).toBe(journal.entries.length);
  expect(tables).toEqual({ ledger: "stripe.events", users: "users" });
  await sql.end();
  await drop();
});
