import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";

/** Signs somebody up, who has confirmed their address unless told otherwise. Returns their user id. */
export async function aPerson({ confirmed = true } = {}): Promise<string> {
  const email = `${randomBytes(6).toString("hex")}@example.com`;
  const [user] = await db
    .insert(users)
    .values({ email, name: "Ada", passwordHash: "-", emailVerifiedAt: confirmed ? new Date() : null })
    .returning({ id: users.id });
  if (!user) throw new Error("no user came back");
  return user.id;
}

/** Signs somebody up who is a customer already. */
export async function aCustomer(): Promise<{ userId: string; customer: string }> {
  const userId = await aPerson();
  const customer = `cus_${randomBytes(7).toString("hex")}`;
  await db.insert(billingCustomers).values({ userId, stripeCustomerId: customer });
  return { userId, customer };
}

/** What a user is called, and where mail reaches them. */
export async function userOf(id: string): Promise<{ name: string; email: string }> {
  const [user] = await db
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, id));
  if (!user) throw new Error("no such user");
  return user;
}
