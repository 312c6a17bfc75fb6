import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers } from "@/db/schema/stripe/people";
import { progress } from "@/db/schema/stripe/progress";
import { syncMirror } from "@/lib/stripe/sync/sync";
import { programArguments } from "@/scripts/support/program";
import { root } from "@/scripts/support/root";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { many, pageOf } from "../support/fake-lists";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
const stripe = useFakeStripe();
const lists = new Map([["/v1/customers", many("customer", 1_800)]]);

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
});

/** `npm run stripe:sync -- --types customer`, without npm between us and its signals. */
async function startCommand(): Promise<ChildProcess> {
  const program = await programArguments(join(root, "scripts/sync.ts"));
  const args = [...program, "--types", "customer"];
  child = spawn(process.execPath, args, { env: process.env, stdio: ["ignore", "pipe", "pipe"] });
  return child;
}

const noted = async () => (await db.select().from(progress))[0];

test("killed in the middle of a backfill, the next run loses nothing and repeats no finished page", async () => {
  const answered: (string | null)[] = [];
  const held = new Set<() => void>();
  let stopAt: string | undefined = "customer_00701";
  stripe.answers(async (path, query) => {
    const after = query.get("starting_after");
    // From here on the first run gets no answer any more.
    if (after === stopAt) await new Promise<void>((resolve) => held.add(resolve));
    else if (path === "/v1/customers" && !query.has("test_clock")) answered.push(after);
    return pageOf(lists, path, query);
  });
  const run = await startCommand();
  await eventually(async () => expect((await noted())?.rows).toBe(1_000), { interval: 50 });
  const ended = once(run, "exit");
  run.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  for (const release of held) release();
  expect(await noted()).toMatchObject({ completeUntil: null, position: { after: "customer_00801" } });
  expect(await db.$count(customers)).toBe(1_000);

  stopAt = undefined;
  answered.length = 0;
  // The dead process's connection may hold its lock for a moment still.
  const [done] = await eventually(() => syncMirror({ types: ["customer"] }));
  expect(done).toMatchObject({ state: "done", rows: 1_800 });
  expect(answered[0]).toBe("customer_00801");
  expect(answered).toHaveLength(8);
  expect(await db.$count(customers)).toBe(1_800);
});

test("asked to end, the command says that it can be gone on with", async () => {
  await db.delete(progress);
  let waits = 0;
  stripe.answers(async (path, query) => {
    if (query.get("starting_after") === "customer_00701") {
      waits += 1;
      await eventually(() => expect(run.killed).toBe(true));
    }
    return pageOf(lists, path, query);
  });
  const run = await startCommand();
  let said = "";
  run.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await eventually(() => expect(waits).toBe(1));
  const ended = once(run, "exit");
  run.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
  expect(said).toContain("The next run goes on from here.");
  expect((await noted())?.rows).toBeGreaterThanOrEqual(1_000);
});

test("a type that failed makes the exit code 1, and the command says which", async () => {
  stripe.answers((path, query) =>
    query.has("test_clock") || path !== "/v1/customers"
      ? pageOf(lists, path, query)
      : { status: 403, body: { error: { message: "This key may not read customers." } } },
  );
  const run = await startCommand();
  let said = "";
  run.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  expect(await once(run, "exit")).toEqual([1, null]);
  expect(said).toContain("customer is incomplete: This key may not read customers.");
});
