import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";
import { moveMark } from "@/lib/stripe/webhooks/mark";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { programArguments } from "@/scripts/support/program";
import { root } from "@/scripts/support/root";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event, now } from "./support/events";
import { pageOf } from "./support/fake-lists";
import { useFakeStripe } from "./support/fake-stripe";

useTestDatabase();
const stripe = useFakeStripe();
const lists = new Map();
beforeEach(async () => {
  await db.delete(events);
  stripe.answers((path, query) => pageOf(lists, path, query));
});

const run = (command: string, ...args: string[]) => runIn({}, command, ...args);

/** A command of ours, without npm before it. */
async function runIn(env: Readonly<Record<string, string>>, command: string, ...args: string[]) {
  const program = await programArguments(join(root, `scripts/${command}.ts`));
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  const child = spawn(process.execPath, [...program, ...args], { env: { ...process.env, ...env }, stdio });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, said, complained };
}

const sent = () => event("gatehouse.invented", { id: "x_1", object: "invention" });

/** An event whose handler fails. */
async function failing() {
  const body = event("product.updated", { object: "gatehouse.nothing" });
  const handler = on("product.updated", async () => {
    throw new Error("not today");
  });
  await receive(delivery(body), { handlers: [handler] });
  return body;
}

test("several events are replayed by one command, whether or not the ledger has each", async () => {
  const [one, other] = [sent(), sent()];
  for (const body of [one, other]) await receive(delivery(body), { handlers: [] });
  const { code, said, complained } = await run("ledger", "replay", one.id, "evt_unknown", other.id);
  expect(said.trim().split("\n")).toEqual([
    `${one.id}: processed (attempt 2)`,
    `${other.id}: processed (attempt 2)`,
  ]);
  expect(complained).toContain("The ledger has no event evt_unknown.");
  expect(code).toBe(1);
});

test("all of a type that were received from a day on are replayed by one command", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const [one, other] = [sent(), sent()];
  for (const body of [one, other]) await receive(delivery(body), { handlers: [] });
  await failing();
  const { code, said } = await run("ledger", "replay", "--since", today, "--type", "gatehouse.invented");
  expect(said.trim().split("\n")).toEqual([
    `${one.id}: processed (attempt 2)`,
    `${other.id}: processed (attempt 2)`,
    "2 events replayed.",
  ]);
  expect(code).toBe(0);
});

test.each([
  [
    "ledger",
    ["replay", "--type", "invoice.paid"],
    '--since takes a day as 2026-11-25, or a moment as 2026-11-25T14:30Z, not "".',
  ],
  ["ledger", ["replay"], "Name what is to be replayed."],
  ["ledger", ["prune", "400"], "Not understood: 400"],
  ["ledger", ["--since", "2026-01-01"], "Not understood: --since"],
  ["ledger", ["replay", "evt_1", "--days", "90"], "Not understood: --days"],
  [
    "ledger",
    ["replay", "--since", "2026-02-31"],
    '--since takes a day as 2026-11-25, or a moment as 2026-11-25T14:30Z, not "2026-02-31".',
  ],
  [
    "ledger",
    ["prune", "--days", "29"],
    "--days takes 30, as long as Stripe itself keeps its events, to 36500.",
  ],
  ["jobs", ["foo"], "Not understood: foo"],
  ["grant", ["--user", "ada@example.com", "--feature", "none"], 'There is no feature "none".'],
  ["jobs", ["drop", "9999", "all"], "No job that npm run jobs lists: 9999, all"],
])("%s says why it does nothing with %j, and its exit code is 1", async (command, args, reason) => {
  const { code, complained } = await run(command, ...args);
  expect(complained.trim().split("\n")[0]).toBe(reason);
  expect(code).toBe(1);
});

test("what failed is listed with its reason, and with its stack where that is asked for", async () => {
  const { id, type } = await failing();
  const [short, long] = await Promise.all([run("ledger"), run("ledger", "--verbose")]);
  const [first, ...reason] = short.said.trimEnd().split("\n");
  expect(first).toMatch(new RegExp(`^${id} {2}${type} {2}failed, 1 attempt, the next after \\d{4}-.*Z$`));
  expect(reason).toEqual(["    Error: not today"]);
  expect(long.said).toMatch(/Error: not today\n {8}at /);
  expect(short.code).toBe(0);
});

test("a job that no worker knows is listed with why it waits, and can be dropped", async () => {
  const [{ id } = { id: "" }] = await db.execute<{ id: string }>(
    sql`select id::text from graphile_worker.add_job('renamed-since', '{}')`,
  );
  const { said } = await run("jobs");
  expect(said).toContain(`${id}  renamed-since  asked for at `);
  expect(said).toContain("No job is called renamed-since");
  expect(await run("jobs", "drop", id)).toMatchObject({ code: 0, said: "1 job dropped.\n" });
});

test("where no stand-in answers, that is said at once", async () => {
  const nowhere = "http://127.0.0.1:1";
  const { code, complained } = await runIn({ STRIPE_EMULATOR_URL: nowhere }, "events");
  expect(complained).toContain(`No stand-in for Stripe answers at ${nowhere}: npm run dev brings one up`);
  expect(code).toBe(1);
});

test("all that failed and is due is tried again, however many they are", async () => {
  const body = sent();
  await db.execute(sql`
    insert into stripe.events (id, type, livemode, payload, status, created, next_attempt_at)
    select 'evt_' || n, ${body.type}, false, jsonb_set(${JSON.stringify(body)}::jsonb, '{id}', to_jsonb('evt_' || n)),
      'failed', now(), now() from generate_series(1, 101) n`);
  const { code, said } = await run("ledger", "retry");
  expect(said.trim().split("\n")).toHaveLength(101);
  expect(code).toBe(0);
});

test("what no delivery has brought is taken in, and what Stripe lists no more makes the exit code 1", async () => {
  await moveMark(now() - 40 * 86_400);
  lists.set("/v1/events", [sent()]);
  const first = await run("events");
  expect(first.said).toContain("1 event read, 1 of them missing and taken in, 0 failed.");
  expect(first.complained).toContain("npm run stripe:sync -- --full && npm run stripe:reconcile -- --fix");
  expect(first.code).toBe(1);
  const second = await run("events");
  expect(second).toMatchObject({ code: 0, complained: "" });
  expect(second.said).toContain("1 event read, 0 of them missing");
});

test("a comparison that can't be made makes the exit code 1, one that finds nothing 0", async () => {
  expect(await run("reconcile", "--types", "coupon")).toMatchObject({ code: 0, complained: "" });
  stripe.answers((path, query) =>
    path === "/v1/coupons"
      ? { status: 403, body: { error: { message: "This key may not read coupons." } } }
      : pageOf(lists, path, query),
  );
  const { code, said } = await run("reconcile", "--types", "coupon");
  expect(said).toContain("This key may not read coupons.");
  expect(code).toBe(1);
});
