import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import subscriptionEnded from "@/lib/billing/jobs/subscription-ended";
import { enqueue } from "@/lib/jobs/enqueue";
import packageJson from "@/package.json";
import { aPrice, aProduct, aSubscription } from "@/test/lib/billing/support/mirrored";
import { aCustomer } from "@/test/lib/billing/support/people";
import { mailTo } from "@/test/lib/billing/support/told";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
});

test("npm run worker writes a mail, and ends when it is told to", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct({ name: "Studio" }));
  const ended = { status: "canceled", trial_end: 1 };
  const { id } = await aSubscription(customer, [price], ended);
  await enqueue(db, subscriptionEnded, { subscription: id }, { key: id });
  // Without npm between us and its signals.
  const [, ...args] = packageJson.scripts.worker.split(" ");
  const worker = spawn(process.execPath, args, { env: process.env, stdio: "inherit" });
  child = worker;
  await eventually(
    async () => expect(await mailTo(userId)).toMatchObject([{ subject: "Your Studio plan has ended" }]),
    { interval: 200 },
  );
  const left = once(worker, "exit");
  worker.kill("SIGTERM");
  expect(await left).toEqual([0, null]);
});
