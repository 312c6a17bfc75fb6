import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";
import { receivedSince } from "@/lib/stripe/webhooks/received";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
beforeEach(() => db.delete(events));

/** Events of a type, received at a moment, named by their numbers. */
async function received(from: number, to: number, at: string, type = "invoice.paid"): Promise<void> {
  await db.execute(sql`
    insert into stripe.events (id, type, livemode, payload, status, created, received_at)
    select 'evt_' || lpad(n::text, 5, '0'), ${type}, false, '{}', 'processed', now(), ${at}::timestamptz
    from generate_series(${from}::int, ${to}::int) n`);
}

async function since(moment: string, type: string | null = null): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of receivedSince(new Date(moment), type)) ids.push(id);
  return ids;
}

test("events come in the order of their receipt, from the moment itself on", async () => {
  await received(3, 3, "2026-11-25T00:00:00Z");
  await received(2, 2, "2026-11-24T23:59:59.999999Z");
  await received(1, 1, "2026-11-25T09:00:00Z");
  expect(await since("2026-11-25")).toEqual(["evt_00003", "evt_00001"]);
});

test("of one type, however many were received in one moment, each comes once", async () => {
  await received(1, 1_201, "2026-11-25T09:00:00.123456Z");
  await received(1_202, 1_210, "2026-11-25T09:00:00.123456Z", "invoice.voided");
  const ids = await since("2026-11-25", "invoice.paid");
  expect(ids).toHaveLength(1_201);
  expect(new Set(ids).size).toBe(1_201);
  expect(await since("2026-11-25")).toHaveLength(1_210);
});

test("what is received meanwhile isn't among them", async () => {
  await received(1, 1, "2026-11-25T09:00:00Z");
  const ids: string[] = [];
  for await (const id of receivedSince(new Date("2026-11-25"), null)) {
    ids.push(id);
    await received(2, 2, new Date(Date.now() + 60_000).toISOString());
  }
  expect(ids).toEqual(["evt_00001"]);
});
