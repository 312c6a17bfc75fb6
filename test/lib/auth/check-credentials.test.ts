import { expect, test } from "vitest";
import { db } from "@/db/client";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { useTestDatabase } from "@/test/support/use-database";
import { signedUp, someAddress, somebody } from "./accounts";

useTestDatabase();

const wrong = "not the password";

test("the right password is accepted and answers with no secret", async () => {
  const person = somebody();
  const owner = await signedUp(person);
  expect(await checkCredentials(person, someAddress())).toEqual({ ok: true, owner });
  expect(Object.keys(owner).sort()).toEqual(["id", "sessionVersion"]);
});

test("a wrong password and an unknown e-mail get the same answer", async () => {
  const person = somebody();
  await signedUp(person);
  const one = await checkCredentials({ ...person, password: wrong }, someAddress());
  const other = await checkCredentials(somebody(), someAddress());
  expect(one).toEqual({ ok: false, reason: "mismatch" });
  expect(other).toEqual(one);
});

test("after six wrong passwords from one place even the right one has to wait, and is told how long", async () => {
  const person = somebody();
  await signedUp(person);
  const address = someAddress();
  for (let guess = 0; guess < 6; guess++) {
    expect(await checkCredentials({ ...person, password: wrong }, address)).toMatchObject({
      reason: "mismatch",
    });
  }
  const seventh = await checkCredentials(person, address);
  expect(seventh).toMatchObject({ ok: false, reason: "throttled" });
  expect(seventh).toHaveProperty(
    "seconds",
    expect.toSatisfy((seconds) => seconds > 800 && seconds <= 900),
  );
});

test("the owner of the account gets in from elsewhere meanwhile", async () => {
  const person = somebody();
  await signedUp(person);
  const attacker = someAddress();
  for (let guess = 0; guess < 8; guess++) await checkCredentials({ ...person, password: wrong }, attacker);
  expect(await checkCredentials(person, someAddress())).toMatchObject({ ok: true });
});

test("guesses sent all at once don't slip past the limit", async () => {
  const person = somebody();
  await signedUp(person);
  const address = someAddress();
  const guesses = Array.from({ length: 20 }, () => checkCredentials({ ...person, password: wrong }, address));
  const answers = await Promise.all(guesses);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "mismatch")).toHaveLength(6);
});

test("signing in often is not an offence", async () => {
  const person = somebody();
  await signedUp(person);
  const address = someAddress();
  for (let time = 0; time < 10; time++) {
    expect(await checkCredentials(person, address)).toMatchObject({ ok: true });
  }
});

test("the count is in the database, under names that tell nobody's e-mail", async () => {
  const person = somebody();
  await checkCredentials(person, someAddress());
  const rows = await db.$client.unsafe<{ key: string }[]>("select key from auth_attempts");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(person.email);
});
