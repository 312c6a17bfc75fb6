import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { type Carrying, type Taken, takeEvent, takeEvents } from "@/lib/stripe/webhooks/ledger";
import { useTestDatabase } from "@/test/support/use-database";
import { carrying } from "../support/carrying";
import { event, now } from "../support/events";
import { changed, customer, type Sent, send } from "../support/sending";

useTestDatabase();

const one = (id: string) => customer("one", id);
const two = (id: string) => customer("two", id);
const second = now();
const at = { older: { created: second - 1 }, same: { created: second }, newer: { created: second + 9 } };
const gone = (id: string, given: object) => event("customer.deleted", one(id), given);

/** What is there already, if anything, and then the event. */
const situations: Readonly<Record<string, (id: string) => Sent[]>> = {
  new: (id) => [changed(one(id), at.same)],
  newer: (id) => [changed(one(id), at.same), changed(two(id), at.newer)],
  older: (id) => [changed(one(id), at.same), changed(two(id), at.older)],
  again: (id) => [changed(one(id), at.same), changed(one(id), at.same)],
  overlapping: (id) => [changed(one(id), at.same), changed(two(id), at.same)],
  deleted: (id) => [changed(one(id), at.same), gone(id, at.newer)],
  back: (id) => [gone(id, at.same), changed(two(id), at.newer)],
  late: (id) => [gone(id, at.same), changed(one(id), at.older)],
};

/** An answer in which what the mirror has that is newer goes by its name: its id is another each time. */
const named = ({ newer, ...answer }: Taken) => ({ ...answer, newer: newer?.name });

test("an event has the same effect among others as by itself", async () => {
  const effects = async (prefix: string, take: (all: Carrying[]) => Promise<unknown[]>) => {
    const last: Sent[] = [];
    for (const [name, of] of Object.entries(situations)) {
      const all = of(`cus_${prefix}_${name}`);
      for (const sent of all.slice(0, -1)) await send(sent);
      last.push(...all.slice(-1));
    }
    const answers = await take(last.map(carrying));
    const rows = await db.execute(sql`
      select to_jsonb(c) - 'id' - 'data' - 'synced_at' as row, status, deliveries, attempts, type,
        next_attempt_at is null as settled, processed_in is null as left
      from stripe.events e join stripe.customers c on c.id = e.object_id
      where c.id like ${`cus_${prefix}_%`} order by c.id, e.created, e.received_at`);
    return { answers, rows: [...rows] };
  };
  const alone = await effects("alone", async (all) => {
    const taken = all.map(({ passage, subject }) => takeEvent(db, passage, subject));
    return (await Promise.all(taken)).map(named);
  });
  expect(alone.rows).toHaveLength(15);
  expect(await effects("among", async (all) => (await takeEvents(db, all)).map(named))).toEqual(alone);
});
