import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { db } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { job } from "@/lib/jobs/job";
import { useTestDatabase } from "@/test/support/use-database";
import { useWorkers } from "./support/worker";

const database = useTestDatabase();
const start = useWorkers(database);

/** A job that notes what it is told, and then does `work`. */
function noting(name: string, work: (number: number) => Promise<void> = async () => {}) {
  const seen: number[] = [];
  const declared = job(name, {
    payload: z.object({ number: z.number() }),
    run: async ({ number }) => {
      seen.push(number);
      await work(number);
    },
  });
  const ask = (number: number) => enqueue(db, declared, { number }, { key: String(number) });
  return { seen, job: declared, ask };
}

const waiting = async (name: string) => {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from graphile_worker.jobs where task_identifier = ${name}`,
  );
  return row?.count;
};

test("a job runs as soon as the transaction that asks for it is committed, and not before", async () => {
  const { seen, job } = noting("prompt");
  await start({ jobs: [job] });
  await db.transaction(async (tx) => {
    await enqueue(tx, job, { number: 1 }, { key: "1" });
    await sleep(50);
    expect(seen).toEqual([]);
  });
  await vi.waitFor(() => expect(seen).toEqual([1]), 1_500);
  await vi.waitFor(async () => expect(await waiting("prompt")).toBe(0));
});
