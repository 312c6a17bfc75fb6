import { expect, test } from "vitest";
import { db } from "@/db/client";
import { deadLetters, dropDeadLetters, retryDeadLetters } from "@/lib/jobs/dead-letters";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { makeDue, noting, nudge, queued } from "./support/noting";
import { useWorkers } from "./support/worker";

const start = useWorkers(useTestDatabase());

test("a job that throws is tried again after a growing wait, and is a dead letter after its last attempt", async () => {
  const { seen, job, ask } = noting("failing", () => Promise.reject(new Error("no such luck")), 3);
  const began = Date.now();
  await ask(7);
  await start({ jobs: [job] });
  const waits: number[] = [];
  for (const attempt of [1, 2, 3]) {
    await eventually(async () =>
      expect(await queued("failing")).toMatchObject([{ attempts: attempt, held: false }]),
    );
    expect(seen).toHaveLength(attempt);
    const [letter] = await queued("failing");
    waits.push(letter?.wait ?? 0);
    await makeDue("failing");
  }
  const [first = 0, second = 0] = waits;
  expect(first).toBeGreaterThan(1);
  expect(second).toBeGreaterThan(first);
  const [letter] = await deadLetters(db);
  expect(letter).toMatchObject({ job: "failing", key: "failing:7", attempts: 3, lastError: "no such luck" });
  expect(letter?.askedAt.getTime()).toBeGreaterThan(began - 1_000);
});

test("dead letters can be tried again, all or some, or dropped", async () => {
  let broken = true;
  const { seen, job, ask } = noting(
    "mended",
    () => (broken ? Promise.reject(new Error("down")) : Promise.resolve()),
    1,
  );
  for (const number of [1, 2, 3]) await ask(number);
  await start({ jobs: [job] });
  const dead = async () => (await deadLetters(db)).filter((letter) => letter.job === "mended");
  await eventually(async () => expect(await dead()).toHaveLength(3));
  broken = false;
  seen.length = 0;

  const byKey = new Map((await dead()).map(({ id, key }) => [key, id]));
  const [one = "", two = ""] = [byKey.get("mended:1"), byKey.get("mended:2")];
  expect(await retryDeadLetters(db, [one])).toEqual([one]);
  await nudge();
  await eventually(async () => expect(await queued("mended")).toHaveLength(2));
  expect(seen).toEqual([1]);
  expect(await dropDeadLetters(db, [two])).toEqual([two]);
  expect(await retryDeadLetters(db, ["nonsense"])).toEqual([]);
  await retryDeadLetters(db);
  await nudge();
  await eventually(async () => expect(await queued("mended")).toHaveLength(0));
  expect(seen).toEqual([1, 3]);
});

test("a job that still has attempts is no dead letter, and is neither retried nor dropped as one", async () => {
  const { ask } = noting("patient");
  await ask(1);
  const [waiting] = await queued("patient");
  expect(await deadLetters(db)).not.toContainEqual(expect.objectContaining({ job: "patient" }));
  expect(await dropDeadLetters(db, [waiting?.id ?? ""])).toEqual([]);
  expect(await queued("patient")).toHaveLength(1);
});
