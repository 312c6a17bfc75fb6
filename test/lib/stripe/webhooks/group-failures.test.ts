import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Database, db } from "@/db/client";
import { ConnectionLost } from "@/db/connection";
import { openPool } from "@/db/open-pool";
import { grouping } from "@/lib/stripe/webhooks/group";
import { CutWire, cuts } from "@/test/db/support/cut-wire";
import { eventually } from "@/test/support/eventually";
import { forgetPool, usePool } from "@/test/support/pool";
import { useTestDatabase } from "@/test/support/use-database";
import { carrying } from "../support/carrying";
import { changed, customer, mirrored, noted, send } from "../support/sending";
import { sendTogether } from "../support/sending-together";

const database = useTestDatabase();
/** How many of its connections the database still works for, whoever has left them. */
const underWay = async (client: ReturnType<typeof openPool>) =>
  (
    await client.unsafe(`select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`)
  ).length;

const use = (client: ReturnType<typeof openPool>) =>
  usePool(drizzle({ client, casing: "snake_case" }) as Database);
// What can't be noted while a connection is broken goes to the log.
beforeAll(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(forgetPool);

test("what PostgreSQL refuses is refused to its own event, and the others are taken in", async () => {
  const refused = customer("refused");
  await db.execute(
    sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'not this one'; end $$`,
  );
  await db.execute(sql`create trigger refuse before insert on stripe.customers for each row
    when (new.data ->> 'name' = 'refused') execute function refuse()`);
  const all = [customer("one"), refused, customer("two")].map((object) => changed(object));
  expect((await sendTogether(all)).map(({ status }) => status)).toEqual([200, 500, 200]);
  const ledger = await Promise.all(all.map(noted));
  expect(ledger.map((one) => one?.status)).toEqual(["processed", "failed", "processed"]);
  expect(ledger[1]?.lastError).toContain("not this one");
  expect(ledger).toMatchObject(all.map((payload) => ({ payload, attempts: 1, deliveries: 1 })));
  expect(await mirrored(refused)).toBeUndefined();
});

test.each(cuts.filter((cut) => cut !== "silent"))(
  "where the connection is %s, and the database gone for a while, a group is taken in whole or not at all, and nobody is told otherwise",
  async (cut) => {
    const wire = new CutWire(new URL(database.url));
    const address = await wire.open();
    const whole = openPool(database.url);
    const told = new Set<number>();
    for (let messages = 0, broken = true; broken; messages++) {
      const objects = Array.from({ length: 4 }, () => customer("cut"));
      const all = objects.map((object) => changed(object));
      const breaking = openPool(address);
      use(breaking);
      const answers = await sendTogether(all, { met: () => wire.breakAfter(messages, cut, { lasts: true }) });
      broken = !wire.isWhole;
      wire.mend();
      // Which of the others' connections are broken too is known only to those who use them.
      use(whole);
      await eventually(async () => expect(await underWay(whole)).toBe(0));
      const processed = (await Promise.all(all.map(noted))).map((one) => one?.status === "processed");
      const written = (await Promise.all(objects.map(mirrored))).map((row) => row !== undefined);
      expect(written, `${messages}`).toEqual(processed);
      expect(new Set(processed).size, `${messages}`).toBe(1);
      for (const { status } of answers) {
        told.add(status);
        if (status === 200) expect(processed, `${messages}`).toEqual([true, true, true, true]);
      }
      const again = await Promise.all(all.map((sent) => send(sent)));
      expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      await breaking.end();
    }
    await whole.end();
    wire.close();
    expect([...told].sort()).toEqual([200, 500]);
  },
);

test("when the database says nothing, all of a group fail, and none waits for another silence", async () => {
  const patience = { connecting: 60_000, answering: 500 };
  const silent = drizzle({ client: openPool(database.url, patience) }) as Database;
  const statements = vi.spyOn(silent.$client, "unsafe");
  const ends = await db.transaction(async (tx) => {
    await tx.execute(sql`lock table stripe.events in exclusive mode`);
    const take = grouping(silent);
    // The first goes by itself, the others together.
    const all = Array.from({ length: 4 }, () =>
      take({ ...carrying(changed(customer("unheard"))), handlers: [] }),
    );
    return Promise.allSettled(all);
  });
  const lost = { status: "rejected", reason: expect.any(ConnectionLost) };
  expect(ends).toEqual(Array(4).fill(lost));
  expect(statements).toHaveBeenCalledTimes(2);
});
