import postgres from "postgres";
import { expect, test } from "vitest";
import { z } from "zod";
import { eventSource } from "@/bench/support/events";
import { seedCustomers } from "@/bench/support/seed";
import { tables } from "@/bench/support/tables";
import { bareWrite } from "@/bench/webhooks/bare-write";
import { parseEvent } from "@/lib/stripe/webhooks/parse";
import { settle } from "@/lib/stripe/webhooks/settle";
import { createTestDatabase } from "@/test/support/database";
import { useTestDatabase } from "@/test/support/use-database";

const ours = useTestDatabase();
const shape = z.object({ data: z.object({ object: z.object({ object: z.string() }) }) });

/** Everything that an event can have written, without what is another each time. */
async function contents(url: string) {
  const sql = postgres(url, { max: 1 });
  const rows = await Promise.all(
    ["events", ...Object.values(tables)].map(
      (table) => sql`
        select to_jsonb(t) - ${["received_at", "processed_at", "processed_in", "duration_ms", "synced_at"]}::text[] as row
        from ${sql(`stripe.${table}`)} t order by id`,
    ),
  );
  await sql.end();
  return rows.flat();
}

test("the ceiling writes the very rows that the receiver writes", async () => {
  const theirs = await createTestDatabase();
  const sql = postgres(theirs.url, { max: 1 });
  for (const { url } of [ours, theirs]) await seedCustomers(url, 5);
  for (const { body } of eventSource(5)(25)) {
    const parsed = parseEvent(Buffer.from(body));
    if ("problem" in parsed) throw new Error(parsed.problem);
    const passage = { ...parsed, endpoint: null, began: performance.now(), delivered: true, noted: false };
    expect(await settle(passage, { handlers: [] })).toBe("processed");
    await sql.unsafe(bareWrite(shape.parse(parsed.event).data.object.object), [body], { prepare: true });
  }
  const written = await contents(ours.url);
  expect(written).toEqual(await contents(theirs.url));
  expect(written).toHaveLength(25 + 5 * 5);
  await sql.end();
  await theirs.drop();
});
