import { DrizzleQueryError } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { deadLetters } from "@/lib/jobs/dead-letters";
import { failureOf } from "@/lib/jobs/failure";
import { startWorker } from "@/lib/jobs/worker";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { noting } from "./support/noting";

const database = useTestDatabase();
vi.spyOn(console, "error").mockImplementation(() => {});

test("an error whose words PostgreSQL can't keep fails its job, and not the worker", async () => {
  const broken = noting(
    "broken",
    async () => {
      throw new Error("550 \0 no such box \ud83d");
    },
    1,
  );
  const whole = noting("whole");
  const worker = await startWorker({ url: database.url, jobs: [broken.job, whole.job] });
  await broken.ask(1);
  await eventually(async () =>
    expect(await deadLetters(db)).toMatchObject([{ job: "broken", lastError: "550  no such box \ufffd" }]),
  );
  await whole.ask(2);
  await eventually(() => expect(whole.seen).toEqual([2]));
  await worker.stop(1_000);
});

test("of several failures each is told", () => {
  const several = new AggregateError([new Error("customer: no"), "price: never"], "Not all could be read.");
  expect(failureOf(several).message).toBe("Not all could be read.\ncustomer: no\nprice: never");
  expect(failureOf(several).stack).toContain("failure.test.ts");
});

test("of a failed query only PostgreSQL's words are told, not what was sent with it", () => {
  const failed = new DrizzleQueryError("insert into users", ["me@example.com"], new Error("no space left"));
  expect(failureOf(failed).message).toBe("no space left");
  expect(failureOf(new AggregateError([failed], "Some failed.")).message).toBe("Some failed.\nno space left");
});

test("what is no error is told in its words, and an error stays what it is", () => {
  expect(failureOf("not today").message).toBe("not today");
  const error = new TypeError("x is not a function");
  expect(failureOf(error)).toBe(error);
});
