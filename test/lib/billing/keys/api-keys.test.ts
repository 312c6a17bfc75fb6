import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema/usage";
import { createApiKey, MOST_KEYS } from "@/lib/billing/keys/create-api-key";
import { revokeApiKey } from "@/lib/billing/keys/revoke-api-key";
import { apiKeysOf, keyOwner } from "@/lib/billing/queries/api-keys";
import { useTestDatabase } from "@/test/support/use-database";
import { aKey } from "../support/keys";
import { aPerson } from "../support/people";

useTestDatabase();

test("a key is known by its hash alone: nothing in the database opens anything", async () => {
  const { key, keyId, userId } = await aKey(await aPerson());
  expect(key).toMatch(/^gh_[\w-]{43}$/);
  expect(await keyOwner(key)).toEqual({ keyId, userId });
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, keyId));
  expect(JSON.stringify(row)).not.toContain(key);
  expect(await keyOwner(row?.hash ?? "")).toBeNull();
  expect(key.startsWith(row?.prefix ?? "?")).toBe(true);
  expect(JSON.stringify(await apiKeysOf(userId))).not.toContain(row?.hash);
});

test("a revoked key is nobody's from then on, and revoking it again changes nothing", async () => {
  const { key, keyId, userId } = await aKey(await aPerson());
  expect(await revokeApiKey({ userId, id: keyId })).toEqual({ outcome: "key_revoked" });
  expect(await keyOwner(key)).toBeNull();
  expect(await apiKeysOf(userId)).toEqual([]);
  expect(await revokeApiKey({ userId, id: keyId })).toEqual({ outcome: "key_revoked" });
});

test("another's key, or what is no key's id, can't be revoked", async () => {
  const { key, keyId } = await aKey(await aPerson());
  const userId = await aPerson();
  for (const id of [keyId, "", "1; drop table api_keys", "\0"]) {
    expect(await revokeApiKey({ userId, id })).toEqual({ outcome: "key_not_found" });
  }
  expect(await keyOwner(key)).not.toBeNull();
});

test("there are so many keys and no more, however many forms are sent at once", async () => {
  const userId = await aPerson();
  const made = await Promise.all(
    Array.from({ length: MOST_KEYS + 3 }, (_, n) => createApiKey({ userId, name: `Key ${n}` })),
  );
  expect(made.filter(({ outcome }) => outcome === "key_created")).toHaveLength(MOST_KEYS);
  expect(await createApiKey({ userId, name: "One more" })).toEqual({ outcome: "too_many_keys" });
  const [one] = await apiKeysOf(userId);
  await revokeApiKey({ userId, id: one?.id ?? "" });
  expect(await createApiKey({ userId, name: "One more" })).toMatchObject({ outcome: "key_created" });
});

test("what hasn't the form of a key is nobody's", async () => {
  for (const given of ["", "gh_", "gh_short", `gh_${"a".repeat(44)}`, "sk_test_1", `gh_${"\0".repeat(43)}`]) {
    expect(await keyOwner(given)).toBeNull();
  }
});
