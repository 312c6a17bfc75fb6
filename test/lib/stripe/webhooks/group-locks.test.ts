import { drizzle } from "drizzle-orm/postgres-js";
import { expect, test, vi } from "vitest";
import { type Database, db } from "@/db/client";
import { openPool } from "@/db/open-pool";
import { LANES } from "@/lib/stripe/webhooks/group";
import { takeEvent, takeEvents } from "@/lib/stripe/webhooks/ledger";
import { on } from "@/lib/stripe/webhooks/on";
import { useTestDatabase } from "@/test/support/use-database";
import { carrying } from "../support/carrying";
import { event, now } from "../support/events";
import { changed, customer, send } from "../support/sending";
import { waitingForLocks } from "../support/waiting-for-locks";

const database = useTestDatabase();

test("who waits for a handler's transaction holds up nobody else", async () => {
  const held = Array.from({ length: LANES }, () => customer("held"));
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun = vi.fn();
  const handler = on("customer.created", async () => {
    begun();
    await gate;
  });
  const holding = held.map((object) => send(event("customer.created", object), { handlers: [handler] }));
  await expect.poll(() => begun.mock.calls.length).toBe(LANES);
  const blocked: ReturnType<typeof send>[] = [];
  for (const object of held) {
    blocked.push(send(changed(object, { created: now() + 2 })));
    await expect.poll(waitingForLocks).toBe(blocked.length);
  }
  expect(await send(changed(customer("free")))).toMatchObject({ status: 200 });
  release();
  for (const { status } of await Promise.all([...holding, ...blocked])) expect(status).toBe(200);
});

test("groups of two processes, and single events beside them, never wait for each other", async () => {
  const other: Database = drizzle({ client: openPool(database.url) }) as Database;
  const objects = Array.from({ length: 30 }, () => customer("any"));
  for (let turn = 0; turn < 15; turn++) {
    const all = objects.map((object) => carrying(changed(object, { created: now() + turn })));
    await Promise.all([
      takeEvents(db, all),
      takeEvents(other, all.toReversed()),
      ...all.slice(0, 5).map(({ passage, subject }) => takeEvent(db, passage, subject)),
    ]);
  }
  await other.$client.end();
});
