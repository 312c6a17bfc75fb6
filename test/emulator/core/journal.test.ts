import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Journal } from "@/emulator/core/journal";
import { Store } from "@/emulator/core/store";
import { adminOf } from "../support/admin";
import { startEmulator } from "../support/start-emulator";
import { type EmulatorProcess, endOf, startProcess } from "../support/start-process";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "stand-in-"));
});
afterEach(() => rmSync(data, { recursive: true }));

function client({ port }: EmulatorProcess): Stripe {
  return new Stripe("sk_test_killed", { host: "localhost", maxNetworkRetries: 0, port, protocol: "http" });
}

test("what was answered is there after a kill, and nothing is there in part", async () => {
  const first = await startProcess(["--data", data]);
  const answered: string[] = [];
  const before = client(first);
  const writing = (async () => {
    for (;;) answered.push((await before.customers.create({ name: "Kept" })).id);
  })().catch(() => "cut off");
  await expect.poll(() => answered.length, { timeout: 30_000 }).toBeGreaterThan(20);
  await first.end("SIGKILL");
  expect(await writing).toBe("cut off");

  const second = await startProcess(["--data", data]);
  const found = new Set<string>();
  for await (const { id } of client(second).customers.list({ limit: 100 })) found.add(id);
  const announced = new Set<string>();
  for await (const { data: carried } of client(second).events.list({
    limit: 100,
    type: "customer.created",
  })) {
    announced.add(String(Object(carried.object).id));
  }
  expect(await second.end("SIGTERM")).toBe(0);
  expect(answered.filter((id) => !found.has(id))).toEqual([]);
  expect(announced).toEqual(found);
}, 60_000);

test("answers to idempotency keys and the order of lists outlive a restart", async () => {
  const first = await startEmulator({ data });
  const stripe = first.stripe();
  const made = [];
  for (const name of ["a", "b", "c"])
    made.unshift((await stripe.customers.create({ name }, { idempotencyKey: name })).id);
  await first.stop();
  const second = await startEmulator({ data });
  expect((await second.stripe().customers.create({ name: "c" }, { idempotencyKey: "c" })).id).toBe(made[0]);
  expect((await second.stripe().customers.list()).data.map(({ id }) => id)).toEqual(made);
  await second.stop();
});

test("what can't be kept hasn't happened, before a restart and after it", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const full = vi.spyOn(Journal.prototype, "append");
  const first = await startEmulator({ data });
  const stripe = first.stripe();
  full.mockImplementationOnce(() => {
    throw new Error("no space left on device");
  });
  await expect(stripe.customers.create({ name: "lost" })).rejects.toMatchObject({ statusCode: 500 });
  expect((await stripe.customers.list()).data).toEqual([]);
  expect((await stripe.events.list()).data).toEqual([]);
  const kept = await stripe.customers.create({ name: "kept" });
  await first.stop();
  full.mockRestore();
  told.mockRestore();
  const second = await startEmulator({ data });
  expect((await second.stripe().customers.list()).data.map(({ id }) => id)).toEqual([kept.id]);
  await second.stop();
});

test("ids go on being new after a restart with the same seed", async () => {
  const ids = new Set<string>();
  for (let run = 0; run < 3; run++) {
    const emulator = await startEmulator({ data, seed: 7 });
    for (let count = 0; count < 3; count++) ids.add((await emulator.stripe().customers.create()).id);
    await emulator.stop();
  }
  expect(ids.size).toBe(9);
});

function workOn(store: Store, journal: Journal, id: string, lookup_key: string): void {
  store.begin();
  store.put("entitlements.feature", {
    id,
    object: "entitlements.feature",
    active: true,
    livemode: false,
    lookup_key,
    metadata: {},
    name: id,
  });
  journal.append(store.commit());
}

test("a line cut short is dropped, and the next one is whole", () => {
  const file = join(data, "account.jsonl");
  const store = new Store();
  const journal = new Journal(file, store);
  workOn(store, journal, "feat_1", "one");
  journal.close();
  appendFileSync(file, '[["entitlements.feature","feat_2",{"id":"feat_2"');

  const reopened = new Store();
  const again = new Journal(file, reopened);
  expect(reopened.size).toBe(1);
  workOn(reopened, again, "feat_3", "three");
  again.close();
  const last = new Store();
  new Journal(file, last).close();
  expect(last.list("entitlements.feature").map(({ id }) => id)).toEqual(["feat_3", "feat_1"]);
});

test("a compacted journal holds each object once and rebuilds the same state", () => {
  const file = join(data, "account.jsonl");
  const store = new Store();
  const journal = new Journal(file, store);
  for (let count = 0; count < 50; count++) workOn(store, journal, `feat_${count % 5}`, `key${count}`);
  const before = statSync(file).size;
  journal.compact();
  workOn(store, journal, "feat_new", "new");
  journal.close();
  expect(statSync(file).size).toBeLessThan(before / 4);
  expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(6);
  const rebuilt = new Store();
  new Journal(file, rebuilt).close();
  expect([...rebuilt.everything()]).toEqual([...store.everything()]);
});

test.each([
  ["that is no JSON", '[["_state",'],
  ["of another program", '{"level":"info"}'],
  ["of a kind there isn't", '[["chalk","chalk_1",{"id":"chalk_1"}]]'],
  ["with another's object", '[["_state","state",{"id":"feat_1"}]]'],
  ["with nothing for an object", '[["_state","state"]]'],
])("a line %s stops the start, is named, and stays as it is", async (_what, line) => {
  const first = await startEmulator({ data });
  await first.stripe("kept").customers.create();
  await first.stop();
  const file = join(data, "kept.jsonl");
  writeFileSync(file, `${line}\n${readFileSync(file, "utf8")}`);
  const before = readFileSync(file, "utf8");
  const told = `Line 1 of ${file} can't be read.`;
  await expect(startEmulator({ data })).rejects.toThrow(told);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("who starts it reads what can be done about a line, and it can", async () => {
  const file = join(data, "killed.jsonl");
  writeFileSync(file, "not ours\n");
  const { code, output } = await endOf(["--port", "0", "--data", data]);
  expect(code).toBe(1);
  expect(output.split("\n")).toEqual([expect.stringMatching(/^Line 1 of .+ can't be read\./), ""]);
  expect(output).toContain(`start with --reset to forget everything in ${data}.`);
  const emptied = await startEmulator({ data, reset: true });
  expect((await emptied.stripe("killed").customers.list()).data).toEqual([]);
  await emptied.stop();
}, 60_000);

test("where a file can't be shortened it says the same as before, and a reset didn't happen", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const first = await startEmulator({ data });
  const stripe = first.stripe("long");
  const kept = await stripe.customers.create();
  const file = join(data, "long.jsonl");
  mkdirSync(`${file}.next`);
  expect((await adminOf(first, "long").post("reset")).status).toBe(500);
  expect((await stripe.customers.list()).data).toHaveLength(1);
  await first.stop();

  const whole = readFileSync(file, "utf8");
  appendFileSync(file, whole.repeat(1_001));
  const second = await startEmulator({ data });
  expect((await second.stripe("long").customers.list()).data.map(({ id }) => id)).toEqual([kept.id]);
  await second.stop();
  expect(told).toHaveBeenCalledWith(expect.stringContaining("couldn't be shortened"), expect.anything());
  told.mockRestore();
});
