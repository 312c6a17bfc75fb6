import type { Document } from "@/db/schema/stripe/mirror-table";
import { API_VERSION } from "@/lib/stripe/client";
import { isRecord } from "@/lib/stripe/mirror/observed";
import { documentOf, type Kind } from "./documents";
import { newName } from "./ids";
import { notes } from "./notes";
import { type Person, person } from "./people";
import { sign } from "./signing";

/** A webhook as it travels. */
export type Delivery = { body: string; signature: string };

/** What happens, in turn: two objects of old change, three are new. */
const happenings: readonly [type: string, kind: Kind][] = [
  ["customer.subscription.updated", "subscription"],
  ["invoice.paid", "invoice"],
  ["customer.updated", "customer"],
  ["payment_intent.succeeded", "payment_intent"],
  ["charge.succeeded", "charge"],
];

/** Steps from customer to customer, so that none comes again before all others have. */
const STRIDE = 7_919;

/**
 * An endless source of signed events, from 4 to 6 KB each, about the customers from 1 to `customers` in turn.
 * What happens to one object is a second apart or more, so that dates alone put it in order.
 */
export function eventSource(customers: number): (count: number) => Delivery[] {
  const latest = new Map<string, number>();
  let turn = 0;
  return (count) => Array.from({ length: Math.ceil(count / happenings.length) }, happenAll).flat();

  function happenAll(): Delivery[] {
    turn = (turn + STRIDE) % customers;
    const who = person(1 + turn);
    return happenings.map((happening) => happen(happening, who));
  }

  function happen([type, kind]: (typeof happenings)[number], who: Person): Delivery {
    const object = withNotes(documentOf(kind, who, newName()));
    const now = Math.floor(Date.now() / 1000);
    const created = Math.max(now, (latest.get(object.id) ?? 0) + 1);
    latest.set(object.id, created);
    const body = JSON.stringify(event(type, object, created), null, 2);
    return { body, signature: sign(body, now) };
  }
}

function event(type: string, object: Document, created: number) {
  return {
    id: `evt_${newName()}`,
    object: "event",
    api_version: API_VERSION,
    created,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
}

/** Small objects are brought to this many bytes by metadata, where applications keep words of their own. */
const SIZE = 4_000;

function withNotes(object: Document): Document {
  const missing = SIZE - JSON.stringify(object, null, 2).length;
  return {
    ...object,
    metadata: { ...(isRecord(object.metadata) ? object.metadata : {}), ...notes(missing) },
  };
}
