import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type Stripe from "stripe";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { customerOf } from "./queries/customer";
import { repeatedFailure } from "./spent-key";

/**
 * The user's Stripe customer, as Stripe has it at this moment; made at the first call, and once only, however many
 * processes ask at the same time. A customer that was deleted at Stripe is replaced: it can't buy anything any more.
 * Customers are never looked up by e-mail, since whoever types an address need not own it.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; the next call goes on from there
 */
export async function ensureCustomer(userId: string): Promise<Stripe.Customer> {
  const linked = await customerOf(userId);
  if (linked === null) return createCustomer(userId, null);
  const seen = await observe(() => stripe().customers.retrieve(linked));
  await mirror(seen);
  return seen.object.deleted ? createCustomer(userId, linked) : seen.object;
}

async function createCustomer(userId: string, replaced: string | null): Promise<Stripe.Customer> {
  const [user] = await db
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) throw new Error("There is no such user any more.");
  const seen = await createAtStripe(
    { ...user, metadata: { user_id: userId } },
    creationKey(userId, replaced, user),
  );
  await mirror(seen);
  const linked = await link(userId, replaced, seen.object.id);
  return linked === seen.object.id ? seen.object : ensureCustomer(userId);
}

/** Where Stripe only repeats a failure of its own, all processes go on with the same next key. */
async function createAtStripe(
  params: Stripe.CustomerCreateParams,
  idempotencyKey: string,
  attempts = 3,
): Promise<Observation<Stripe.Customer>> {
  try {
    return await observe(() => stripe().customers.create(params, { idempotencyKey }));
  } catch (error) {
    const failure = repeatedFailure(error);
    if (failure === null || attempts === 1) throw error;
    return createAtStripe(params, `${idempotencyKey}:${failure}`, attempts - 1);
  }
}

/** The same for every process that makes this user's customer now, so that Stripe makes one and answers all of them with it. */
function creationKey(userId: string, replaced: string | null, user: { email: string; name: string }): string {
  const content = JSON.stringify([userId, replaced, user.email, user.name]);
  return `customer:${createHash("sha256").update(content).digest("hex")}`;
}

/** Links the new customer unless another process was first. Returns the customer that is linked now. */
async function link(userId: string, replaced: string | null, customerId: string): Promise<string | null> {
  if (replaced === null) {
    await db.insert(billingCustomers).values({ userId, stripeCustomerId: customerId }).onConflictDoNothing();
  } else {
    await db
      .update(billingCustomers)
      .set({ stripeCustomerId: customerId })
      .where(and(eq(billingCustomers.userId, userId), eq(billingCustomers.stripeCustomerId, replaced)));
  }
  return customerOf(userId);
}
