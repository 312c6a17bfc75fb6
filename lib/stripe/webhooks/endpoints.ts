import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { webhookEndpoints } from "@/db/schema/stripe/webhook-endpoints";
import type { Endpoint } from "./receive";

/** The managed endpoint of this id; null where there is none, or it has been disabled. */
export async function findEndpoint(id: string): Promise<Endpoint | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [found] = await db
    .select({ id: webhookEndpoints.id, secret: webhookEndpoints.secret })
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.disabledAt)));
  return found ? { id: found.id, secrets: [found.secret] } : null;
}
