import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useTestDatabase } from "@/test/support/use-database";
import { play, type Stage } from "./play";
import { deliver, poll, retry } from "./receiving";
import { replayed } from "./replayed";
import { schedules } from "./schedule";
import { openStage } from "./stage";

const database = useTestDatabase();
const { runs, ...again } = replayed(1);

let stage: Stage & { close(): Promise<void> };
beforeAll(async () => {
  // What can't be noted while a connection is broken goes to the log.
  vi.spyOn(console, "error").mockImplementation(() => {});
  stage = await openStage(database.url, (observer) => ({
    deliver: (event, fails) => deliver(JSON.stringify(event), event.id, fails),
    ...{ poll, retry },
    interrupt: () => observer.cut(),
  }));
});
afterAll(() => stage.close());

test(`whatever order, repetition, overlap, loss and failure of deliveries, the mirror ends as Stripe is (seed ${again.seed})`, {
  timeout: 120_000 + runs * 4_000,
}, async () => {
  const property = fc.asyncProperty(schedules({ interruptions: 7 }), (schedule) => play(stage, schedule));
  await fc.assert(property, { numRuns: runs, timeout: 90_000, ...again });
  // Else nothing would have been proved of groups. Most of what comes in one second is fetched, each by itself.
  if (runs >= 100) expect(await stage.observer.together()).toBeGreaterThan(0);
});
