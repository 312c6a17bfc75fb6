import { and, asc, desc, eq, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { meters } from "@/db/schema/stripe/catalogue";
import { usageBatches } from "@/db/schema/usage";
import { stripe } from "@/lib/stripe/client";

export type Batch = {
  /** Also the identifier of its event at Stripe. */
  id: string;
  meter: string;
  customer: string;
  at: Date;
  value: number;
  firstSentAt: Date | null;
};

/** Those that Stripe isn't known to have, the oldest first: everybody's, or one customer's. */
export async function unreportedBatches(of?: string): Promise<Batch[]> {
  const { id, meter, customer, at, value, firstSentAt, reportedAt, refusedAt } = usageBatches;
  return db
    .select({ id, meter, customer, at, value, firstSentAt })
    .from(usageBatches)
    .where(and(isNull(reportedAt), isNull(refusedAt), of === undefined ? undefined : eq(customer, of)))
    .orderBy(asc(at), desc(value));
}

/** Before a sending: from now on Stripe may have it. */
export async function markSending(id: string, now: Date): Promise<void> {
  await db.update(usageBatches).set({ firstSentAt: now }).where(eq(usageBatches.id, id));
}

/** Stripe has counted it: what it refused before is over. */
export async function markReported(id: string): Promise<void> {
  await db.update(usageBatches).set({ reportedAt: new Date(), refusal: null }).where(eq(usageBatches.id, id));
}

/** It is never sent again. */
export async function markRefused(id: string): Promise<void> {
  await db.update(usageBatches).set({ refusedAt: new Date() }).where(eq(usageBatches.id, id));
}

/** Stripe has said no, for a reason that may pass. */
export async function noteRefusal(id: string, refusal: string): Promise<void> {
  await db.update(usageBatches).set({ refusal }).where(eq(usageBatches.id, id));
}

/**
 * Whether a batch that was sent without an answer has arrived: whether Stripe's sum for its minute is what we know it to
 * have and this. Only we report to our meters.
 */
export async function hasArrived({ meter, customer, at, value }: Batch): Promise<boolean> {
  const [known] = await db
    .select({ id: meters.id })
    .from(meters)
    .where(and(eq(meters.eventName, meter), eq(meters.status, "active")));
  if (!known) return false;
  const start = Math.floor(at.getTime() / 60_000) * 60;
  const { data } = await stripe().billing.meters.listEventSummaries(known.id, {
    customer,
    start_time: start,
    end_time: start + 60,
  });
  const sum = data.reduce((all, { aggregated_value }) => all + aggregated_value, 0);
  const { reportedAt } = usageBatches;
  const [reported] = await db
    .select({ value: sql<number>`coalesce(sum(${usageBatches.value}), 0)::float8` })
    .from(usageBatches)
    .where(
      and(
        eq(usageBatches.meter, meter),
        eq(usageBatches.customer, customer),
        gte(usageBatches.at, new Date(start * 1000)),
        lt(usageBatches.at, new Date((start + 60) * 1000)),
        isNotNull(reportedAt),
      ),
    );
  return sum >= (reported?.value ?? 0) + value;
}
