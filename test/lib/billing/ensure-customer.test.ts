import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { customers } from "@/db/schema/stripe/people";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "./support/people";
import { useStandIn } from "./support/stand-in";

useTestDatabase();
useStandIn();

const atStripe = async (email: string | null) => (await stripe().customers.list({ email: email ?? "" })).data;

test("a user asked for many times at once becomes one customer", async () => {
  const userId = await aPerson();
  const made = await Promise.all(Array.from({ length: 5 }, () => ensureCustomer(userId)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await atStripe(made[0]?.email ?? null)).toHaveLength(1);
  expect(made[0]?.metadata).toEqual({ user_id: userId });
});

test("the customer is in the mirror at once", async () => {
  const { id } = await ensureCustomer(await aPerson());
  expect(await db.select({ id: customers.id }).from(customers).where(eq(customers.id, id))).toEqual([{ id }]);
});

test("a customer made by a process that died before writing it down is found again, not doubled", async () => {
  const userId = await aPerson();
  const { id, email } = await ensureCustomer(userId);
  await db.delete(billingCustomers).where(eq(billingCustomers.userId, userId));
  expect((await ensureCustomer(userId)).id).toBe(id);
  expect(await atStripe(email)).toHaveLength(1);
});

test("somebody else's customer with the same e-mail isn't taken over", async () => {
  const userId = await aPerson();
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  const stranger = await stripe().customers.create({ email: user?.email ?? "" });
  expect((await ensureCustomer(userId)).id).not.toBe(stranger.id);
});

test("a customer deleted at Stripe is replaced by one new one", async () => {
  const userId = await aPerson();
  const { id } = await ensureCustomer(userId);
  await stripe().customers.del(id);
  const made = await Promise.all([ensureCustomer(userId), ensureCustomer(userId)]);
  expect(made[0]?.id).toBe(made[1]?.id);
  expect(made[0]?.id).not.toBe(id);
  expect((await ensureCustomer(userId)).id).toBe(made[0]?.id);
});
