import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { CROWD, CROWDED_LANES, grouping, LANES } from "@/lib/stripe/webhooks/group";
import { MOST } from "@/lib/stripe/webhooks/group-statement";
import { useTestDatabase } from "@/test/support/use-database";
import { carrying } from "../support/carrying";
import { now } from "../support/events";
import { changed, customer } from "../support/sending";

useTestDatabase();
afterEach(() => void vi.restoreAllMocks());

const crowd = (size: number) =>
  Array.from({ length: size }, () => ({ ...carrying(changed(customer("one of many"))), handlers: [] }));

const untilTurnEnds = () => new Promise((resolve) => setImmediate(resolve));

test("of a crowd the first part goes while the last is still being read, and the end of it with the turn's end", async () => {
  const statements = vi.spyOn(db.$client, "unsafe");
  const take = grouping(db);
  const sent: number[] = [];
  const all = crowd(2 * CROWD + 3).map((companion) => {
    const taken = take(companion);
    sent.push(statements.mock.calls.length);
    return taken;
  });
  // The first alone, sixteen, sixteen, and two that wait.
  expect(sent).toEqual([...Array(CROWD).fill(1), ...Array(CROWD).fill(2), ...Array(3).fill(3)]);
  await untilTurnEnds();
  expect(statements).toHaveBeenCalledTimes(3);
  for (const { fresh } of await Promise.all(all)) expect(fresh).toBe(true);
  expect(statements).toHaveBeenCalledTimes(4);
});

test("a crowd takes so many connections and no more, and all of it is taken in", async () => {
  const statements = vi.spyOn(db.$client, "unsafe");
  const take = grouping(db);
  const all = crowd(CROWDED_LANES * CROWD + 2 * MOST).map(take);
  expect(statements).toHaveBeenCalledTimes(CROWDED_LANES);
  await untilTurnEnds();
  expect(statements).toHaveBeenCalledTimes(CROWDED_LANES);
  for (const { status } of await Promise.all(all)) expect(status).toBe("processed");
});

test("what isn't a crowd takes no more than its lanes", async () => {
  const statements = vi.spyOn(db.$client, "unsafe");
  const take = grouping(db);
  const [first, ...others] = crowd(CROWD);
  if (!first) throw new Error("Nobody is there.");
  const all = [take(first), ...others.map(take)];
  expect(statements).toHaveBeenCalledTimes(1);
  await untilTurnEnds();
  expect(statements).toHaveBeenCalledTimes(LANES);
  await Promise.all(all);
  expect(statements).toHaveBeenCalledTimes(LANES);
});

test("however many events are about one object, they don't take a crowd's lanes", async () => {
  const statements = vi.spyOn(db.$client, "unsafe");
  const take = grouping(db);
  const object = customer("talked about");
  const all = Array.from({ length: 2 * CROWD }, (_, n) =>
    take({ ...carrying(changed(object, { created: now() - 99 + 2 * n })), handlers: [] }),
  );
  expect(statements).toHaveBeenCalledTimes(LANES);
  await untilTurnEnds();
  expect(statements).toHaveBeenCalledTimes(LANES);
  // What two at once can't decide is left to Stripe; each has an answer.
  expect((await Promise.all(all)).map(({ outcome }) => outcome)).not.toContain(null);
});
