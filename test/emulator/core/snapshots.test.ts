import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eraseJournals } from "@/emulator/core/accounts";
import { adminOf } from "../support/admin";
import { startReceiver } from "../support/receiver";
import { customerWith, letPass, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let data: string;
let emulator: StartedEmulator;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "stand-in-"));
  emulator = await startEmulator();
});
afterEach(async () => {
  await emulator.stop();
  rmSync(data, { recursive: true });
});

const names = async () => (await emulator.stripe().customers.list()).data.map(({ name }) => name);
const create = (name: string) => emulator.stripe().customers.create({ name });

async function inFolder() {
  await emulator.stop();
  emulator = await startEmulator({ data });
}

test.each(["memory", "folder"])(
  "an account comes back to a snapshot in %s, as often as wanted",
  async (where) => {
    if (where === "folder") await inFolder();
    const admin = adminOf(emulator);
    const a = await create("A");
    await create("B");
    await admin.post("snapshot", { name: "two" });
    await create("C");
    await emulator.stripe().customers.update(a.id, { name: "changed" });
    for (const next of ["D", "E"]) {
      expect((await admin.post("restore", { name: "two" })).status).toBe(200);
      expect(await names()).toEqual(["B", "A"]);
      await create(next);
      expect(await names()).toEqual([next, "B", "A"]);
    }
  },
);

test("a snapshot holds the clock and what is planned: a subscription renews again", async () => {
  const shop = await openShop(emulator, "test");
  const customer = await customerWith(shop.stripe, "pm_card_visa");
  await shop.stripe.subscriptions.create({ customer: customer.id, items: [{ price: shop.monthly.id }] });
  const admin = adminOf(emulator);
  await admin.post("snapshot", { name: "started" });
  const before = Number((await admin.get("clock")).json.now);
  for (const _time of [1, 2]) {
    await admin.post("restore", { name: "started" });
    expect(Number((await admin.get("clock")).json.now) - before).toBeLessThan(60);
    await letPass(emulator, "test", 32 * 86_400);
    expect((await shop.stripe.invoices.list()).data).toHaveLength(2);
  }
});

test("what was restored, and the snapshot, are there after a restart", async () => {
  await inFolder();
  await create("A");
  await adminOf(emulator).post("snapshot", { name: "one" });
  await create("B");
  await adminOf(emulator).post("restore", { name: "one" });
  await inFolder();
  expect(await names()).toEqual(["A"]);
  await create("C");
  expect((await adminOf(emulator).get("snapshots")).json).toEqual({ data: ["one"] });
  await adminOf(emulator).post("restore", { name: "one" });
  expect(await names()).toEqual(["A"]);
});

test("a delivery under way while the account is restored changes nothing of it", async () => {
  const receiver = await startReceiver();
  const admin = adminOf(emulator);
  await admin.post("snapshot", { name: "empty" });
  await admin.post("listen", { forward_to: receiver.url, secret: "whsec_test" });
  await create("A");
  await admin.post("restore", { name: "empty" });
  await expect.poll(() => receiver.received.length).toBe(1);
  await admin.post("deliveries/flush");
  expect((await admin.get("deliveries")).json).toEqual({ data: [] });
  await receiver.stop();
});

test("snapshots are each account's own", async () => {
  await create("A");
  await adminOf(emulator).post("snapshot", { name: "mine" });
  expect((await adminOf(emulator, "other").get("snapshots")).json).toEqual({ data: [] });
  expect((await adminOf(emulator, "other").post("restore", { name: "mine" })).status).toBe(404);
});

test.each(["", "../up", "a/b", "x".repeat(101)])("a snapshot can't be called %j", async (name) => {
  await inFolder();
  expect((await adminOf(emulator).post("snapshot", { name })).status).toBe(400);
});

test("a snapshot can be forgotten, and all are with the folder's journals", async () => {
  await inFolder();
  const admin = adminOf(emulator);
  await admin.post("snapshot", { name: "one" });
  await admin.post("snapshot", { name: "two" });
  await admin.delete("snapshots/one");
  expect((await admin.get("snapshots")).json).toEqual({ data: ["two"] });
  expect((await admin.delete("snapshots/one")).status).toBe(404);
  await emulator.stop();
  eraseJournals(data);
  expect(readdirSync(data)).toEqual([]);
  emulator = await startEmulator({ data });
});
