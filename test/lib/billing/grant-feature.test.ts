import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { grants } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { itemPurchases } from "@/db/schema/items";
import { accessFor } from "@/lib/billing/access";
import { grantFeature, revokeGrant } from "@/lib/billing/grant-feature";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "./support/people";

useTestDatabase();

async function someone() {
  const userId = await aPerson();
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return { userId, email: user?.email ?? "" };
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test("what is given is open to its day, whatever case the address is written in", async () => {
  const { userId, email } = await someone();
  const until = inDays(3);
  expect(await grantFeature({ email: email.toUpperCase(), feature: "workshops", until })).toEqual({
    outcome: "granted",
  });
  expect((await accessFor(userId)).features).toEqual([{ feature: "workshops", reason: "grant", until }]);
});

test("given again, even twice at once, it is one gift, and the one before stays on record", async () => {
  const { userId, email } = await someone();
  await grantFeature({ email, feature: "essays", until: null });
  const gift = { email, feature: "essays", until: inDays(2) } as const;
  await Promise.all([grantFeature(gift), grantFeature(gift)]);
  const rows = await db.select().from(grants).where(eq(grants.userId, userId));
  expect(rows).toHaveLength(3);
  expect(rows.filter(({ revokedAt }) => revokedAt === null)).toMatchObject([{ endsAt: gift.until }]);
});

test("taken back it closes at once; what was bought doesn't", async () => {
  const { userId, email } = await someone();
  await grantFeature({ email, feature: "handbook", until: null });
  expect(await revokeGrant({ email, feature: "handbook" })).toBe(1);
  expect((await accessFor(userId)).can("handbook")).toBe(false);
  const sold = { userId, product: "p", priceId: "price_1", features: ["handbook"], paidAt: new Date() };
  const [purchase] = await db.insert(itemPurchases).values(sold).returning({ id: itemPurchases.id });
  await db.insert(grants).values({ userId, feature: "handbook", purchaseId: purchase?.id ?? null });
  expect(await revokeGrant({ email, feature: "handbook" })).toBe(0);
  expect((await accessFor(userId)).can("handbook")).toBe(true);
});

test("nobody is made up, and no day that is over is given", async () => {
  const { userId, email } = await someone();
  const nobody = { email: "nobody@example.com", feature: "essays" } as const;
  expect(await grantFeature({ ...nobody, until: null })).toEqual({ outcome: "no_such_person" });
  expect(await revokeGrant(nobody)).toBeNull();
  expect(await grantFeature({ email, feature: "essays", until: inDays(-1) })).toEqual({
    outcome: "already_over",
  });
  expect((await accessFor(userId)).features).toEqual([]);
});
