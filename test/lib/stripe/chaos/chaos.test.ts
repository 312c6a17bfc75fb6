import { sql } from "drizzle-orm";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { mirrored } from "@/lib/stripe/mirror/registry";
import { quoted } from "@/lib/stripe/mirror/statement";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";
import { type Step, schedules } from "./schedule";
import { type Life, type SentEvent, World } from "./world";

const given = useTestDatabase();
const stripe = useFakeStripe();

const runs = Number(process.env.CHAOS_RUNS ?? 150);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 31);
const clock = { seconds: 1_790_000_000 };

let other: postgres.Sql;

beforeAll(async () => {
  other = postgres(given.url, { max: 1 });
  await db.execute(sql`create table handled (event text not null, version int)`);
  // What can't be noted while a connection is broken goes to the log.
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(Date, "now").mockImplementation(() => clock.seconds * 1000);
  vi.spyOn(performance, "now").mockImplementation(() => clock.seconds * 1000);
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

afterAll(() => other.end());

/** `version` is 0 where we only ever learned that the object is gone. */
type Row = { version: number; deleted: boolean };

async function rowOf({ type, document }: Life): Promise<Row | undefined> {
  const statement = `select coalesce((data ->> 'version')::int, 0) as version, deleted_at is not null as deleted
    from ${quoted(mirrored(type).table)} where id = $1`;
  return (await other.unsafe<Row[]>(statement, [document.id]))[0];
}

/** Breaks the application's connections in the middle of what they do, as when its process is killed. */
async function cut(): Promise<void> {
  await other`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
}

/** Plays one schedule; afterwards every event has arrived at least once and been answered 200. */
async function play(steps: Step[]): Promise<void> {
  const world = new World(clock);
  const failing = new Set<string>();
  const shown = new Map<string, Row>();
  let pause = 1;
  stripe.answers(async (path) => {
    const answer = world.answer(path);
    // Answers overtake each other on their way back.
    pause = (pause * 7) % 23;
    await sleep(2 * pause);
    return answer;
  });
  const handler = on(
    ["product.updated", "customer.updated", "customer.subscription.updated"],
    async ({ event, mirrored: row, tx }) => {
      await tx.execute(sql`insert into handled values (${event.id}, ${Number(row?.version ?? 0)})`);
      if (failing.delete(event.id)) throw new Error("as asked");
    },
  );
  const deliver = async (sent: SentEvent) => (await receive(delivery(sent), { handlers: [handler] })).status;
  const look = async () => {
    for (const life of world.lives) {
      const row = await rowOf(life);
      const before = shown.get(life.document.id);
      if (before) expect(row?.version, `version of ${life.type}`).toBeGreaterThanOrEqual(before.version);
      if (before?.deleted) expect(row?.deleted, `a deleted ${life.type} stays so`).toBe(true);
      if (row) shown.set(life.document.id, row);
    }
  };

  let running: Promise<unknown>[] = [];
  for (const step of steps) {
    if (step.do === "wait") clock.seconds += step.seconds;
    else if (step.do === "cut") await cut();
    else if (step.do === "proceed") await sleep(step.milliseconds);
    else if (step.do === "deliver") {
      const sent = world.pick(step.which);
      if (!sent) continue;
      if (step.fails) failing.add(sent.id);
      running.push(deliver(sent));
      if (step.apart) {
        await Promise.all(running);
        running = [];
        await look();
      }
    } else world[step.do](step.which);
  }
  await Promise.all(running);
  failing.clear();
  await Promise.all(
    world.events.map((sent) =>
      vi.waitFor(async () => expect(await deliver(sent)).toBe(200), { timeout: 5_000 }),
    ),
  );
  await look();

  for (const life of world.lives) {
    const row = await rowOf(life);
    // Of what is deleted Stripe tells no more than that it is.
    const truth = life.deleted ? { deleted: true } : { deleted: false, version: life.document.version };
    expect(row, `${life.type} at the end`).toMatchObject(truth);
  }
  const handled = await other<{ event: string; times: number }[]>`
    select event, count(*)::int as times from handled
    where event in ${other(world.events.map(({ id }) => id))} group by event`;
  const expected = world.events.filter(({ type }) => handler.types.some((handled) => handled === type));
  expect(new Map(handled.map(({ event, times }) => [event, times]))).toEqual(
    new Map(expected.map(({ id }) => [id, 1])),
  );
}

test(`whatever order, repetition, overlap and failure of deliveries, the mirror ends as Stripe is (seed ${seed})`, {
  timeout: 60_000 + runs * 2_000,
}, async () => {
  await fc.assert(fc.asyncProperty(schedules, play), { numRuns: runs, seed, endOnFailure: true });
});
