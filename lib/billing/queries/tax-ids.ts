import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { taxIds } from "@/db/schema/stripe/people";

export type OwnTaxId = {
  id: string;
  /** Stripe's word; see tax-id-types.ts. */
  type: string;
  value: string;
  /** Whether the register it stands in knows it; null where none is asked, or hasn't answered. */
  verified: boolean | null;
};

/** The tax numbers that stand on a user's invoices, in the order they were added. From the mirror. */
export async function taxIdsOf(userId: string): Promise<OwnTaxId[]> {
  const rows = await db
    .select({
      id: taxIds.id,
      type: taxIds.type,
      value: taxIds.value,
      status: sql<string | null>`${taxIds.data} #>> '{verification,status}'`,
    })
    .from(billingCustomers)
    .innerJoin(taxIds, eq(taxIds.customer, billingCustomers.stripeCustomerId))
    .where(and(eq(billingCustomers.userId, userId), isNull(taxIds.deletedAt)))
    .orderBy(sql`(${taxIds.data} ->> 'created')::float8`, asc(taxIds.id));
  return rows.map(({ id, type, value, status }) => ({
    id,
    type: type ?? "",
    value: value ?? "",
    verified: status === "verified" ? true : status === "unverified" ? false : null,
  }));
}
