import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";
import { ALARM_AFTER, pruneLedger, replay, retryFailed } from "@/lib/stripe/webhooks/again";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
useFakeStripe();

const handle = vi.fn(async () => {});
const receiver = { handlers: [on("product.updated", handle)] };
const ledger = async (id: string) => (await db.select().from(events).where(eq(events.id, id)))[0];

beforeEach(async () => {
  await db.delete(events);
  handle.mockReset();
});

async function failed() {
  const sent = event("product.updated", { object: "gatehouse.nothing" });
  handle.mockRejectedValueOnce(new Error("not today"));
  expect((await receive(delivery(sent), receiver)).status).toBe(500);
  return sent.id;
}

const makeDue = () => db.update(events).set({ nextAttemptAt: sql`now() - interval '1 second'` });

test("a failed event isn't tried again before its time", async () => {
  await failed();
  expect(await retryFailed(receiver)).toEqual([]);
});

test("a failed event that is due is tried again and processed", async () => {
  const id = await failed();
  await makeDue();
  expect(await retryFailed(receiver)).toEqual([{ id, attempts: 2, result: "processed" }]);
  expect(await ledger(id)).toMatchObject({
    status: "processed",
    attempts: 2,
    deliveries: 1,
    nextAttemptAt: null,
  });
  expect(await retryFailed(receiver)).toEqual([]);
});

test("each failure doubles the wait, and the fifth raises the alarm", async () => {
  const id = await failed();
  handle.mockRejectedValue(new Error("never"));
  const alarm = vi.fn();
  const waits: number[] = [];
  for (let attempt = 2; attempt <= ALARM_AFTER; attempt++) {
    await makeDue();
    await retryFailed(receiver, { alarm });
    const due = (await ledger(id))?.nextAttemptAt?.getTime() ?? 0;
    waits.push(Math.round((due - Date.now()) / 60_000));
  }
  expect(waits).toEqual([2, 4, 8, 16]);
  expect(alarm.mock.calls).toEqual([[{ id, attempts: ALARM_AFTER, result: "failed" }]]);
});

test("an event that can't be read any more fails by itself, and keeps none from its turn", async () => {
  const ids = [await failed(), await failed(), await failed()];
  const unreadable = ids[0] ?? "";
  const odd = { id: "in_1", object: "invoice", amount_due: "much" };
  const payload = event("product.updated", odd, { id: unreadable });
  await db.update(events).set({ payload }).where(eq(events.id, unreadable));
  await makeDue();
  const done = await retryFailed(receiver);
  expect(new Map(done.map(({ id, result }) => [id, result]))).toEqual(
    new Map(ids.map((id) => [id, id === unreadable ? "failed" : "processed"])),
  );
  const kept = await ledger(unreadable);
  expect(kept).toMatchObject({ status: "failed", attempts: 2 });
  expect(kept?.lastError).toContain("amount_due");
  expect(await retryFailed(receiver)).toEqual([]);
});

test("two passes at once try each event once", async () => {
  await Promise.all([failed(), failed(), failed(), failed()]);
  handle.mockClear();
  await makeDue();
  const done = await Promise.all([retryFailed(receiver), retryFailed(receiver)]);
  expect(done.flat()).toHaveLength(4);
  expect(handle).toHaveBeenCalledTimes(4);
});

test("a processed event can be replayed, and its handlers run again", async () => {
  const sent = event("product.updated", { object: "gatehouse.nothing" });
  await receive(delivery(sent), receiver);
  expect(await replay(sent.id, receiver)).toEqual({ id: sent.id, attempts: 2, result: "processed" });
  expect(handle).toHaveBeenCalledTimes(2);
  expect(await ledger(sent.id)).toMatchObject({ status: "processed", attempts: 2, deliveries: 1 });
});

test("what watches webhooks is told of events tried again and replayed, once each", async () => {
  const told: string[] = [];
  const hooks = {
    beforeProcessing: ({ id }: { id: string }) => void told.push(`before ${id}`),
    afterProcessing: ({ id }: { id: string }, result: string) => void told.push(`${result} ${id}`),
    onError: ({ id }: { id: string }) => void told.push(`error ${id}`),
  };
  const id = await failed();
  handle.mockRejectedValueOnce(new Error("not yet"));
  for (const _ of [1, 2]) {
    await makeDue();
    await retryFailed({ ...receiver, hooks });
  }
  await replay(id, { ...receiver, hooks });
  const [begun, done] = [`before ${id}`, `processed ${id}`];
  expect(told).toEqual([begun, `error ${id}`, begun, done, begun, done]);
});

test("an event that the ledger doesn't have can't be replayed", async () => {
  expect(await replay("evt_unknown", receiver)).toBeNull();
});

test("only processed events beyond the retention are forgotten", async () => {
  const old = await failed();
  const recent = event("product.updated", { object: "gatehouse.nothing" });
  const past = event("product.updated", { object: "gatehouse.nothing" });
  for (const sent of [recent, past]) await receive(delivery(sent), receiver);
  const aged = { receivedAt: sql`now() - interval '91 days'` };
  await db.update(events).set(aged).where(sql`id in (${old}, ${past.id})`);
  expect(await pruneLedger(90)).toBe(1);
  expect((await db.select({ id: events.id }).from(events)).map(({ id }) => id).sort()).toEqual(
    [old, recent.id].sort(),
  );
  await expect(pruneLedger(29)).rejects.toThrow("30 days");
});

test("however many events are to be forgotten, those of one moment too, all are", async () => {
  const many = (count: number, received: string) =>
    db.execute(sql`
    insert into stripe.events (id, type, livemode, payload, status, created, received_at)
    select gen_random_uuid()::text, 'x', false, '{}', 'processed', now(), ${received}::text::timestamptz
    from generate_series(1, ${count})`);
  await db.delete(events);
  await many(7_000, "2020-01-01");
  await many(4_000, "2020-01-02");
  expect(await pruneLedger(90)).toBe(11_000);
  expect(await db.$count(events)).toBe(0);
});
