import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { moveMark } from "@/lib/stripe/webhooks/mark";
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
beforeEach(() => stripe.answers((path, query) => pageOf(lists, path, query)));

/** A command of ours, without npm before it. */
async function run(command: string, ...args: string[]) {
  const program = await programArguments(join(root, `scripts/${command}.ts`));
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  const child = spawn(process.execPath, [...program, ...args], { env: process.env, stdio });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, said, complained };
}

const sent = () => event("gatehouse.invented", { id: "x_1", object: "invention" });

test("several events are replayed by one command, up to one that the ledger doesn't have", async () => {
  const [one, other] = [sent(), sent()];
  for (const body of [one, other]) await receive(delivery(body), { handlers: [] });
  const { code, said, complained } = await run("ledger", "replay", one.id, other.id, "evt_unknown");
  expect(said.trim().split("\n")).toEqual([
    `${one.id}: processed (attempt 2)`,
    `${other.id}: processed (attempt 2)`,
  ]);
  expect(complained).toContain("The ledger has no event evt_unknown.");
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
  expect(first.said).toContain("1 events read, 1 were missing and are taken in, 0 failed.");
  expect(first.complained).toContain("npm run stripe:sync -- --full && npm run stripe:reconcile -- --fix");
  expect(first.code).toBe(1);
  const second = await run("events");
  expect(second).toMatchObject({ code: 0, complained: "" });
  expect(second.said).toContain("1 events read, 0 were missing");
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
