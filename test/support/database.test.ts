import postgres from "postgres";
import { expect, test } from "vitest";
import { createTestDatabase } from "./database";
import { assertLocal } from "./server";

test("two test databases don't see each other's tables", async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const [first, second] = [postgres(one.url, { max: 1 }), postgres(two.url, { max: 1 })];
  await first`create table only_in_the_first (id int)`;
  await expect(second`select * from only_in_the_first`).rejects.toThrow("does not exist");
  await Promise.all([first.end(), second.end()]);
  await Promise.all([one.drop(), two.drop()]);
});

test("a dropped test database is gone, even while somebody is connected", async () => {
  const database = await createTestDatabase();
  const sql = postgres(database.url, { max: 1 });
  await sql`select 1`;
  await database.drop();
  await expect(sql`select 1`).rejects.toThrow();
  await sql.end();
});

test("a server on another machine is refused", () => {
  expect(() => assertLocal("postgres://postgres@db.example.com/app")).toThrow("not on db.example.com");
  expect(assertLocal("postgres://postgres@127.0.0.1:5432/app")).toContain("127.0.0.1");
});
