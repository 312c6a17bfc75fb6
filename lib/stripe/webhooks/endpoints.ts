import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { webhookEndpoints } from "@/db/schema/stripe/webhook-endpoints";
import { refuse } from "./answer";
import { reasonOf } from "./ledger";
import { type Endpoint, receive } from "./receive";
import type { Receiver } from "./settle";

/**
 * Takes in one webhook at a managed endpoint.
 *
 * @param id ends the endpoint's address
 * @returns what `receive` does; 404 where there is no such endpoint, 500 where the database doesn't say
 */
export async function receiveAt(id: string, request: Request, receiver: Receiver): Promise<Response> {
  try {
    const endpoint = await findEndpoint(id);
    if (!endpoint) return refuse(404, "There is no such webhook endpoint.");
    return receive(request, receiver, endpoint);
  } catch (error) {
    console.error(`The webhook endpoint ${id} could not be looked up: ${reasonOf(error)}`);
    return refuse(500, "The endpoint could not be looked up; the event may be sent again.");
  }
}

/** The managed endpoint of this id; null where there is none, or it has been disabled. */
async function findEndpoint(id: string): Promise<Endpoint | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [found] = await db
    .select({ id: webhookEndpoints.id, secret: webhookEndpoints.secret })
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.disabledAt)));
  return found ? { id: found.id, secrets: [found.secret] } : null;
}
