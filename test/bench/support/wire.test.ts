import postgres from "postgres";
import { expect, test } from "vitest";
import { layWire } from "@/bench/support/wire";
import { useTestDatabase } from "@/test/support/use-database";

const database = useTestDatabase();

test("a statement is one round trip, two of them sent together are one as well", async () => {
  const wire = await layWire(database.url);
  const sql = postgres(wire.url, { max: 1 });
  const ask = () => sql`select 1`;
  await ask();
  const before = { ...wire.traffic };
  await ask();
  await Promise.all([ask(), ask()]);
  expect(wire.traffic.roundTrips - before.roundTrips).toBe(2);
  expect(wire.traffic.statements - before.statements).toBe(3);
  await sql.end();
  wire.close();
});
