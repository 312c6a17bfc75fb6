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

test("nobody's hash fits nothing, and takes as long to say so", async () => {
  const stored = await hashPassword("three quiet words");
  await passwordFits(undefined, "warm up");
  const known = await spent(() => passwordFits(stored, "a wrong password"));
  const unknown = await spent(() => passwordFits(undefined, "a wrong password"));
  expect(await passwordFits(undefined, "three quiet words")).toBe(false);
  expect(unknown).toBeGreaterThan(known / 3);
});

/** The quickest of several runs in milliseconds, which a busy machine disturbs least. */
async function spent(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
