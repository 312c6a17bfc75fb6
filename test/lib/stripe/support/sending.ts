import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";
import { customers } from "@/db/schema/stripe/people";
import { receive } from "@/lib/stripe/webhooks/receive";
import type { Receiver } from "@/lib/stripe/webhooks/settle";
import { delivery, event, newId } from "./events";

export type Sent = ReturnType<typeof event>;

export const customer = (name: string, id = newId("cus")) => ({
  ...{ id, object: "customer", name, test_clock: null },
});

/** An event that says how a customer is now. */
export const changed = (object: object, given = {}): Sent => event("customer.updated", object, given);

/** What the receiver answers, read. */
export async function send(sent: Sent, receiver: Receiver = { handlers: [] }) {
  const response = await receive(delivery(sent), receiver);
  return { status: response.status, ...(await response.json()) };
}

/** What the ledger has of an event. */
export const noted = async ({ id }: Sent) => (await db.select().from(events).where(eq(events.id, id)))[0];

/** What the mirror has of a customer. */
export const mirrored = async ({ id }: { id: string }) =>
  (await db.select().from(customers).where(eq(customers.id, id)))[0];

/** How many transactions processed these events. */
export const transactions = async (all: readonly Sent[]) =>
  new Set((await Promise.all(all.map(noted))).map((one) => one?.processedIn)).size;
