import { expect, test } from "vitest";
import { inOrder } from "@/lib/stripe/lists/in-order";

async function all<T>(results: AsyncGenerator<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const one of results) taken.push(one);
  return taken;
}

test("results come in the order of what they are made of, however long each takes", async () => {
  const ticks = [3, 0, 2, 1, 0];
  const slowly = async (count: number) => {
    for (let n = 0; n < count; n++) await new Promise(setImmediate);
    return count;
  };
  expect(await all(inOrder(ticks, 3, slowly))).toEqual(ticks);
});

test("no more are begun than the width allows", async () => {
  let under = 0;
  let most = 0;
  const work = async () => {
    under += 1;
    most = Math.max(most, under);
    await new Promise(setImmediate);
    under -= 1;
  };
  await all(inOrder(Array(20).keys(), 4, work));
  expect(most).toBe(4);
});

test("a failure is thrown in its turn, after the results before it", async () => {
  const taken: number[] = [];
  const run = async () => {
    const results = inOrder([1, 2, 3], 3, async (n) => {
      if (n === 2) throw new Error("two");
      return n;
    });
    for await (const one of results) taken.push(one);
  };
  await expect(run()).rejects.toThrow("two");
  expect(taken).toEqual([1]);
});
