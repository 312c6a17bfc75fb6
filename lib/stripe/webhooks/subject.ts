import type Stripe from "stripe";
import type { Document } from "@/db/schema/stripe/mirror-table";
import { API_VERSION } from "../client";
import { eventInterval } from "../mirror/interval";
import { isDocument, isId, isRecord, type Observed } from "../mirror/observed";
import { isMirrored, type MirroredType, mirrored, mirroredTypes } from "../mirror/registry";
import { isWhole } from "../mirror/whole";

/** An object of the mirror that an event is about. */
export type Subject = {
  type: MirroredType;
  id: string;
  /** Its content by the event, where that can be relied on. */
  seen?: Observed;
  /** The customer whose test clock decides whether the event's date can be compared. */
  owner?: string;
};

/** Seconds from now beyond which a date in test mode is taken for a simulated one. */
const NEAR = 300;

/**
 * Names what an event changes in the mirror.
 *
 * @param now unix seconds
 * @returns the object it carries first, then others that it tells of
 */
export function subjectsOf(event: Stripe.Event, now: number): Subject[] {
  const object: unknown = event.data.object;
  // A connected account's objects are not ours: https://docs.stripe.com/connect/webhooks
  if (event.account || !isRecord(object)) return [];
  const own = carried(event, object, now);
  return [...(own ? [own] : []), ...toldOf(event.type, object)];
}

function carried(event: Stripe.Event, object: Record<string, unknown>, now: number): Subject | undefined {
  if (!isMirrored(object.object)) return undefined;
  const type = object.object;
  const { clock, gather, deletedBy } = mirrored(type);
  if (gather) return isId(object.customer) ? { type, id: object.customer } : undefined;
  if (!isDocument(object) || isPreview(object)) return undefined;
  const subject = { type, id: object.id };
  if (!isReliable(event, object, now)) return subject;
  const seen = { ...eventInterval(event.created), type, document: object, deleted: event.type === deletedBy };
  if (!isWhole(seen)) return subject;
  const owner = clock === "customer" && !event.livemode && typeof object.customer === "string";
  return { ...subject, seen, ...(owner ? { owner: String(object.customer) } : {}) };
}

/** What `invoice.upcoming` carries: no object of Stripe's yet, so there is nothing to keep or to fetch. */
function isPreview({ id }: Document): boolean {
  return id.startsWith("upcoming_");
}

function toldOf(event: string, object: Record<string, unknown>): Subject[] {
  const told = telling.filter(({ by }) => by === object.object || by === event);
  return told.flatMap(({ type, field }) => {
    const id = object[field];
    return isId(id) ? [{ type, id }] : [];
  });
}

/** What objects of other types, or single events, tell of, and by which field. */
const telling = mirroredTypes.flatMap((type) =>
  Object.entries(mirrored(type).toldBy ?? {}).map(([by, field]) => ({ type, by, field })),
);

/** Whether the payload has our API version's shape, and its date can be compared with others. */
function isReliable(event: Stripe.Event, object: Document, now: number): boolean {
  if (event.api_version !== API_VERSION || !isMirrored(object.object)) return false;
  if (event.created > now + NEAR) return false;
  if (event.livemode) return true;
  const { clock } = mirrored(object.object);
  if (clock === "none") return true;
  return clock !== "unknown" && !object.test_clock && event.created > now - NEAR;
}
