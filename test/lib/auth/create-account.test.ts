import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { createAccount } from "@/lib/auth/create-account";
import { useTestDatabase } from "@/test/support/use-database";
import { someAddress, somebody } from "./accounts";

useTestDatabase();

test("an account stores the e-mail in lower case and never the password", async () => {
  const person = somebody({ email: "Grace@Example.com" });
  await createAccount(person, someAddress());
  const [row] = await db.select().from(users).where(eq(users.email, "grace@example.com"));
  expect(row).toMatchObject({ name: "Ada Reader", role: "member", sessionVersion: 1 });
  expect(JSON.stringify(row)).not.toContain(person.password);
});

test("of many sign-ups with one e-mail at once, in any case, one makes the account and the others are told", async () => {
  const cases = [
    "one@example.com",
    "One@example.com",
    "ONE@EXAMPLE.COM",
    "oNe@example.com",
    "one@Example.com",
  ];
  const answers = await Promise.all(cases.map((email) => createAccount(somebody({ email }), someAddress())));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "taken")).toHaveLength(4);
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.email, "one@example.com"));
  expect(rows).toHaveLength(1);
});

test("somebody signing up again doesn't change the password of the account there is", async () => {
  const person = somebody();
  await createAccount(person, someAddress());
  const before = await hashOf(person.email);
  expect(await createAccount({ ...person, password: "another password" }, someAddress())).toMatchObject({
    reason: "taken",
  });
  expect(await hashOf(person.email)).toBe(before);
});

test("accounts by the dozen from one address are held back, and elsewhere they aren't", async () => {
  const address = someAddress();
  const answers = [];
  for (let made = 0; made < 31; made++) answers.push(await createAccount(somebody(), address));
  expect(answers.slice(0, 30).every((answer) => answer.ok)).toBe(true);
  expect(answers[30]).toMatchObject({ ok: false, reason: "throttled" });
  expect(await createAccount(somebody(), someAddress())).toMatchObject({ ok: true });
});

async function hashOf(email: string) {
  const [row] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.email, email));
  return row?.hash;
}
