import fc from "fast-check";
import { afterAll, beforeAll, test } from "vitest";
import { useTestDatabase } from "@/test/support/use-database";
import { play, type Stage } from "./play";
import { ReceiverProcess } from "./receiver-process";
import { replayed } from "./replayed";
import { schedules } from "./schedule";
import { openStage } from "./stage";

const database = useTestDatabase();
/** Processes are slow to start: one schedule here for so many of the others. */
const { runs, ...again } = replayed(1 / 30);

let receiver: ReceiverProcess;
let stage: Stage & { close(): Promise<void> };
beforeAll(async () => {
  stage = await openStage(database.url, async () => {
    receiver = await ReceiverProcess.open();
    return receiver;
  });
});
afterAll(async () => {
  receiver.end();
  await stage.close();
});

test(`wherever the receiver's process is killed, the mirror ends as Stripe is (seed ${again.seed})`, {
  timeout: 60_000 + runs * 30_000,
}, async () => {
  const property = fc.asyncProperty(schedules({ interruptions: 15 }), (schedule) => play(stage, schedule));
  await fc.assert(property, { numRuns: runs, timeout: 120_000, ...again });
});
