import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db, type Transaction } from "@/db/client";
import { on } from "@/lib/stripe/webhooks/on";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { changed, customer, noted } from "../support/sending";
import { sendTogether } from "../support/sending-together";
import { waitingForLocks } from "../support/waiting-for-locks";

useTestDatabase();

/** For each who passes, until so many have come. */
function barrier(crowd: number) {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    if (--crowd <= 0) open();
    return opened;
  };
}

const lock = (tx: Transaction, name: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext(${name}))`);

/** After these milliseconds of waiting PostgreSQL looks, once, whether it is a deadlock, and ends who waits. */
const patience = (tx: Transaction, milliseconds: number) =>
  tx.execute(sql`select set_config('deadlock_timeout', ${`${milliseconds}ms`}, true)`);

test.each([
  { ended: "a single event's transaction", victim: "before" },
  { ended: "a group's transaction", victim: "one" },
])(
  "of two transactions whose handlers wait for each other PostgreSQL ends $ended, and all is done once",
  async ({ victim }) => {
    const meet = barrier(2);
    const tried = vi.fn();
    const handler = on("customer.updated", async ({ event, tx, send }) => {
      const name = String(event.data.object.name);
      tried(name);
      send({ text: "insert into job_keys (key) values ($1::text)", parameters: [`${victim} ${name}`] });
      if (name === "two") return;
      await patience(tx, name === victim ? 10 : 60_000);
      const [first, second] = name === "before" ? ["this", "that"] : ["that", "this"];
      await lock(tx, `${victim} ${first}`);
      await meet();
      const isFirstTime = tried.mock.calls.filter(([tried]) => tried === name).length === 1;
      if (name === victim && isFirstTime)
        await eventually(async () => expect(await waitingForLocks()).toBe(1));
      await lock(tx, `${victim} ${second}`);
    });
    const all = ["one", "two"].map((name) => changed(customer(name)));
    const answers = await sendTogether(all, { handlers: [handler] });
    expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect(tried.mock.calls.filter(([name]) => name === victim)).toHaveLength(2);
    const rows = await db.execute(sql`select key from job_keys where key like ${`${victim} %`} order by key`);
    expect(rows.map(({ key }) => key)).toEqual(["before", "one", "two"].map((name) => `${victim} ${name}`));
    const ledger = await Promise.all(all.map(noted));
    expect(ledger).toMatchObject(all.map(() => ({ status: "processed", attempts: 1, deliveries: 1 })));
  },
);
