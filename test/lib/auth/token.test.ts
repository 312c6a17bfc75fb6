import { eq, sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { readSession, sealSession } from "@/lib/auth/token";
import { env } from "@/lib/env";
import { useTestDatabase } from "@/test/support/use-database";
import { signedUp, somebody } from "./accounts";

useTestDatabase();

test("a sealed session is read back as its person, with no secret in it", async () => {
  const person = somebody();
  const owner = await signedUp(person);
  const session = await readSession(await sealSession(owner));
  expect(session).toEqual({
    owner,
    user: { id: owner.id, email: person.email, name: person.name, role: "member", confirmed: false },
  });
});

test("raising the version ends every session made before", async () => {
  const owner = await signedUp(somebody());
  const token = await sealSession(owner);
  await db
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, owner.id));
  expect(await readSession(token)).toBeNull();
  expect(await readSession(await sealSession({ ...owner, sessionVersion: 2 }))).not.toBeNull();
});

test("a session ends with its account", async () => {
  const owner = await signedUp(somebody());
  await db.delete(users).where(eq(users.id, owner.id));
  expect(await readSession(await sealSession(owner))).toBeNull();
});

test("what we didn't seal is nobody's session", async () => {
  const owner = await signedUp(somebody());
  const token = await sealSession(owner);
  const claims = { sub: owner.id, version: owner.sessionVersion };
  const strangers = [
    undefined,
    "",
    "nonsense",
    `${token.slice(0, -2)}AA`,
    await encode({ token: claims, secret: "another secret of thirty-two characters" }),
    await encode({ token: claims, secret: env().AUTH_SECRET, maxAge: -60 }),
    await encode({ token: { sub: "' or 1=1", version: 1 }, secret: env().AUTH_SECRET }),
    await encode({ token: { sub: owner.id }, secret: env().AUTH_SECRET }),
  ];
  for (const stranger of strangers) expect(await readSession(stranger), stranger).toBeNull();
});
