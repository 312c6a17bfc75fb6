import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { AlreadyUnderWay } from "@/lib/stripe/lists/alone";
import { retryFailed } from "@/lib/stripe/webhooks/again";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { type EventType, on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { delivery } from "../support/events";

/** Types of events that have a handler in the proof. */
export const handledTypes: readonly EventType[] = [
  "customer.updated",
  "product.updated",
  "customer.subscription.created",
  "customer.subscription.updated",
  "invoice.paid",
  "payment_intent.succeeded",
];

const failing = new Set<string>();

/** Leaves a trace of each time an event has taken effect, and throws for those that are to fail. */
const handler = on(handledTypes, async ({ event, tx }) => {
  await tx.execute(sql`insert into handled values (${event.id})`);
  if (failing.has(event.id)) throw new Error("as asked");
});

const receiver = { handlers: [handler] };

/** Delivers an event as Stripe does. @returns the answer's status */
export async function deliver(text: string, id: string, fails: boolean): Promise<number> {
  if (fails) failing.add(id);
  else failing.delete(id);
  const { status } = await receive(delivery(text), receiver);
  failing.delete(id);
  return status;
}

/** Reads the stand-in's list of events, unless that is being done already. */
export async function poll(): Promise<void> {
  await catchUp(receiver).catch((error: unknown) => {
    if (!(error instanceof AlreadyUnderWay)) throw error;
  });
}

/** Tries again what has failed or was left behind, as if its time had come. */
export async function retry(): Promise<void> {
  await db.execute(sql`update stripe.events set next_attempt_at = now() where status <> 'processed'`);
  await retryFailed(receiver);
}
