import { expect, test } from "vitest";
import { hashPassword, passwordFits } from "@/lib/auth/password";

test("a password fits its own hash and no other", async () => {
  const stored = await hashPassword("three quiet words");
  expect(await passwordFits(stored, "three quiet words")).toBe(true);
  expect(await passwordFits(stored, "three quiet Words")).toBe(false);
});

test("the hash is Argon2id at the stated cost, salted anew each time", async () => {
  const [one, two] = await Promise.all([
    hashPassword("three quiet words"),
    hashPassword("three quiet words"),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

test("a letter composed differently by another keyboard still fits", async () => {
  expect(await passwordFits(await hashPassword("caf\u00e9 au lait"), "cafe\u0301 au lait")).toBe(true);
});

test("nobody's hash fits nothing, and as much work is done to say so", async () => {
  const stored = await hashPassword("three quiet words");
  await passwordFits(undefined, "warm up");
  const known: number[] = [];
  const unknown: number[] = [];
  // In turns, and the quickest counts, so that a busy machine disturbs both alike; without the work it takes no time at all.
  for (let turn = 0; turn < 5; turn++) {
    known.push(await spent(() => passwordFits(stored, "a wrong password")));
    unknown.push(await spent(() => passwordFits(undefined, "a wrong password")));
  }
  expect(await passwordFits(undefined, "three quiet words")).toBe(false);
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 20);
});

/** In milliseconds. */
async function spent(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
