import { expect, test } from "vitest";
import { changePassword } from "@/lib/auth/change-password";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { changePasswordForm } from "@/lib/auth/forms";
import { readSession, sealSession } from "@/lib/auth/token";
import { useTestDatabase } from "@/test/support/use-database";
import { signedUp, someAddress, somebody } from "./accounts";

useTestDatabase();

const chosen = "four other quiet words";

test("who knows the password changes it; every session ends, and a new one begins", async () => {
  const person = somebody();
  const before = await sealSession(await signedUp(person));
  const changed = await changePassword(
    person.email,
    { current: person.password, password: chosen },
    someAddress(),
  );
  if (!changed.ok) throw new Error(changed.reason);
  expect(await readSession(before)).toBeNull();
  expect(await readSession(await sealSession(changed.owner))).toMatchObject({
    user: { email: person.email },
  });
  expect(await checkCredentials(person, someAddress())).toMatchObject({ reason: "mismatch" });
  expect(await checkCredentials({ ...person, password: chosen }, someAddress())).toMatchObject({ ok: true });
});

test("a stranger at an open browser changes nothing, and guesses as often as at signing in", async () => {
  const person = somebody();
  await signedUp(person);
  const address = someAddress();
  const guess = () => changePassword(person.email, { current: "a guess", password: chosen }, address);
  for (let tries = 0; tries < 6; tries++) expect(await guess()).toEqual({ ok: false, reason: "mismatch" });
  expect(await guess()).toMatchObject({ ok: false, reason: "throttled" });
  expect(await checkCredentials(person, someAddress())).toMatchObject({ ok: true });
});

test("of two changes at once one is made", async () => {
  const person = somebody();
  await signedUp(person);
  const wishes = ["one of two passwords", "the other of two"];
  const answers = await Promise.all(
    wishes.map((password) =>
      changePassword(person.email, { current: person.password, password }, someAddress()),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const fitting = await Promise.all(
    wishes.map((password) => checkCredentials({ ...person, password }, someAddress())),
  );
  expect(fitting.map(({ ok }) => ok)).toEqual(answers.map(({ ok }) => ok));
});

test("the form asks for a password that is another and good enough", () => {
  const faults = (current: string, password: string) => {
    const typed = changePasswordForm.safeParse({ current, password });
    return typed.success ? [] : typed.error.issues.map(({ path, message }) => `${path}: ${message}`);
  };
  expect(faults("three quiet words", chosen)).toEqual([]);
  expect(faults("", "short")).toEqual([
    "current: Enter your password",
    "password: Use 10 characters or more",
  ]);
  expect(faults("three quiet words", "three quiet words")).toEqual([
    "password: This is the password you have",
  ]);
});
