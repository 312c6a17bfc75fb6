import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import retryFailedEvents from "@/lib/billing/jobs/retry-failed-events";
import { event } from "@/test/lib/stripe/support/events";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();

const failed = async () => {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from stripe.events where status = 'failed'`,
  );
  return row?.count;
};

test("all events that are due are tried again, and none any more once the worker has to stop", async () => {
  const sent = JSON.stringify(event("gatehouse.invented", { id: "x_1", object: "invention" }));
  await db.execute(sql`
    insert into stripe.events (id, type, livemode, payload, status, created, next_attempt_at)
    select 'evt_' || n, 'gatehouse.invented', false, jsonb_set(${sent}::jsonb, '{id}', to_jsonb('evt_' || n)),
      'failed', now(), now() from generate_series(1, 101) n`);
  await retryFailedEvents.run({}, { attempt: 1, signal: AbortSignal.abort() });
  expect(await failed()).toBe(101);
  await retryFailedEvents.run({}, { attempt: 1, signal: new AbortController().signal });
  expect(await failed()).toBe(0);
});
