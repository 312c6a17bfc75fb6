import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { customers } from "@/db/schema/stripe/people";
import type { Details } from "../details/details";

/** What stands on a user's invoices, from the mirror; their own name where nothing has been billed yet. */
export async function detailsOf(userId: string): Promise<Details> {
  const address = (field: string) => sql<string>`coalesce(${customers.data} -> 'address' ->> ${field}, '')`;
  const [row] = await db
    .select({
      name: sql<string>`coalesce(${customers.name}, ${users.name})`,
      line1: address("line1"),
      line2: address("line2"),
      city: address("city"),
      postalCode: address("postal_code"),
      state: address("state"),
      country: address("country"),
    })
    .from(users)
    .leftJoin(billingCustomers, eq(billingCustomers.userId, users.id))
    .leftJoin(customers, eq(customers.id, billingCustomers.stripeCustomerId))
    .where(eq(users.id, userId));
  if (!row) throw new Error("There is no such user any more.");
  return row;
}
