import { expect, test } from "vitest";
import { db } from "@/db/client";
import { deadLetters } from "@/lib/jobs/dead-letters";
import { dropUnknownJobs, unknownJobs } from "@/lib/jobs/unknown-jobs";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { noting, queued } from "./support/noting";
import { useWorkers } from "./support/worker";

const start = useWorkers(useTestDatabase());

test("a job of a name that no worker knows is left alone by them, and is told of as one that waits for ever", async () => {
  const renamed = noting("renamed");
  const known = noting("known");
  await renamed.ask(1);
  await start({ jobs: [known.job] });
  await known.ask(2);
  await eventually(() => expect(known.seen).toEqual([2]));
  await eventually(async () =>
    expect(await unknownJobs(db, ["known"])).toMatchObject([{ job: "renamed", key: "renamed:1" }]),
  );
  expect(await deadLetters(db)).toEqual([]);
  expect(await unknownJobs(db, ["known", "renamed"])).toEqual([]);
});

test("what waits under an unknown name can be dropped, and nothing else by that way", async () => {
  await noting("forgotten").ask(1);
  await noting("declared").ask(1);
  const [[forgotten], [declared]] = [await queued("forgotten"), await queued("declared")];
  const ids = [forgotten?.id ?? "", declared?.id ?? "", "nonsense"];
  expect(await dropUnknownJobs(db, ["declared"], ids)).toEqual([forgotten?.id]);
  expect(await queued("forgotten", "declared")).toMatchObject([{ id: declared?.id }]);
  expect(await dropUnknownJobs(db, ["declared"], [])).toEqual([]);
});

test("a job that is being done is known to whoever does it, and one that ran out of attempts is a dead letter", async () => {
  let release = () => {};
  const busy = noting("busy", () => new Promise<void>((done) => (release = done)));
  const broken = noting("broken", () => Promise.reject(new Error("no such luck")), 1);
  await start({ jobs: [busy.job, broken.job] });
  await busy.ask(1);
  await broken.ask(1);
  await eventually(async () => expect(await deadLetters(db)).toMatchObject([{ job: "broken" }]));
  await eventually(() => expect(busy.seen).toEqual([1]));
  expect((await unknownJobs(db, [])).map(({ job }) => job)).not.toContain("busy");
  expect((await unknownJobs(db, [])).map(({ job }) => job)).not.toContain("broken");
  release();
  await eventually(async () => expect(await queued("busy")).toEqual([]));
});
