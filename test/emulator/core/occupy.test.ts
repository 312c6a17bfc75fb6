import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmulator } from "../support/start-emulator";
import { startProcess } from "../support/start-process";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "stand-in-"));
});
afterEach(() => rmSync(data, { recursive: true }));

const files = () => readdirSync(data).sort();
const inUse = (pid: number | undefined) =>
  `Another stand-in (process ${pid}) keeps its state in ${data}. Stop that one first, or choose another folder with --data.`;

test("a folder that a living process writes is refused to a second one, and forgets nothing for it", async () => {
  const first = await startProcess(["--data", data]);
  const stripe = new Stripe("sk_test_kept", { host: "localhost", port: first.port, protocol: "http" });
  await stripe.customers.create({ name: "Kept" });
  const before = files();
  await expect(startEmulator({ data, reset: true })).rejects.toThrow(inUse(first.pid));
  await stripe.customers.create({ name: "Kept too" });
  expect(files()).toEqual(before);
  expect(await first.end("SIGTERM")).toBe(0);
  expect(readFileSync(join(data, "kept.jsonl"), "utf8").trim().split("\n")).toHaveLength(2);
  expect(files()).toEqual(["kept.jsonl"]);
}, 60_000);

test("a killed process, and one whose number another has now, leave the folder to the next", async () => {
  const first = await startProcess(["--data", data]);
  await first.end("SIGKILL");
  const ofAnother = `${process.pid}-1.running`;
  writeFileSync(join(data, ofAnother), "");
  expect(files()).toHaveLength(2);
  const second = await startEmulator({ data });
  expect(files()).toEqual([expect.stringMatching(`^${process.pid}-`)]);
  expect(files()).not.toContain(ofAnother);
  await second.stop();
}, 60_000);

test("in one process too a folder is one stand-in's at a time, and free again after it", async () => {
  const first = await startEmulator({ data });
  await expect(startEmulator({ data })).rejects.toThrow(inUse(process.pid));
  await first.stop();
  await (await startEmulator({ data })).stop();
});

test("what doesn't start for its port alone leaves the folder, and what is in it, to the next", async () => {
  const first = await startEmulator({ data });
  await first.stripe("kept").customers.create();
  await first.stop();
  const elsewhere = await startEmulator();
  const port = Number(new URL(elsewhere.origin).port);
  await expect(startEmulator({ data, port, reset: true })).rejects.toMatchObject({ code: "EADDRINUSE" });
  expect(files()).toEqual(["kept.jsonl"]);
  await elsewhere.stop();
});

test("a folder that can't be one is told of", async () => {
  const file = join(data, "file");
  writeFileSync(file, "");
  await expect(startEmulator({ data: file })).rejects.toThrow(
    `State can't be kept in ${file} (EEXIST). Choose another folder with --data.`,
  );
});
