import { isUtf8 } from "node:buffer";
import type Stripe from "stripe";
import { API_VERSION } from "../client";
import { isTime, misfit } from "../mirror/misfit";
import { isDocument, isId, isParent, isRecord } from "../mirror/observed";
import { isMirrored, type MirroredType, mirrored } from "../mirror/registry";

/** Several times what any object of Stripe's needs, and far from what PostgreSQL's jsonb refuses. */
const DEPTH = 100;

/** An event and its text, written anew: what the database reads is what was judged here, number by number. */
export type Parsed = { event: Stripe.Event; text: string };

/**
 * Reads a verified body as an event. Only what the pipeline relies on is checked; the object inside may be of
 * any type and, apart from what the mirror reads of it, of any shape.
 *
 * @returns the event, or what is wrong with it
 */
export function parseEvent(body: Uint8Array): Parsed | { problem: string } {
  let value: unknown;
  try {
    // Where a TextDecoder is shorter, it takes several times as long.
    if (!isUtf8(body)) throw new TypeError("Not UTF-8");
    value = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  } catch {
    return { problem: "The body is not JSON in UTF-8." };
  }
  const flaw = flawOf(value, DEPTH);
  if (flaw) return { problem: flaw };
  if (!isEvent(value)) return { problem: isThin(value) ? THIN : "The body is not a Stripe event." };
  const text = JSON.stringify(value);
  if (isUnstorable(text)) return { problem: "The body holds text that is not Unicode, or NUL." };
  const field = misfitOf(value);
  if (field) return { problem: `The object's ${field} is not what Stripe's API says it is.` };
  return { event: value, text };
}

/** What no database or no JavaScript can keep, wherever it is inside: Stripe has no number that isn't exact. */
function flawOf(value: unknown, levels: number): string | undefined {
  if (typeof value === "number" && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
    return "The body holds a number beyond what can be counted exactly.";
  }
  if (!isParent(value)) return undefined;
  if (levels === 0) return `The body is nested deeper than ${DEPTH} levels.`;
  for (const key in value) {
    const flaw = flawOf(value[key], levels - 1);
    if (flaw) return flaw;
  }
  return undefined;
}

function isEvent(value: unknown): value is Stripe.Event {
  return (
    isDocument(value) &&
    value.object === "event" &&
    isId(value.type) &&
    isId(value.api_version ?? "none") &&
    isId(value.account ?? "none") &&
    isTime(value.created) &&
    typeof value.livemode === "boolean" &&
    isRecord(value.data) &&
    isRecord(value.data.object) &&
    isId(value.data.object.object) &&
    isId(value.data.object.id ?? "none")
  );
}

/** An event that only names its object, of another API and in another shape: https://docs.stripe.com/event-destinations#thin-events */
function isThin(value: unknown): boolean {
  return isRecord(value) && value.object === "v2.core.event";
}

const THIN = "The body is a thin event (v2.core.event); this address takes events with their objects.";

/** PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair: in written JSON the only escapes of these kinds. */
function isUnstorable(text: string): boolean {
  return /\\u(0000|d[89a-f])/.test(text) && /(?<!\\)(\\\\)*\\u(0000|d[89a-f])/.test(text);
}

/** The field that the mirror couldn't read. What it doesn't take from the event itself isn't looked at, but for its id. */
function misfitOf({ type, api_version, account, data }: Stripe.Event): string | undefined {
  const object: unknown = data.object;
  if (account || !isRecord(object) || !isMirrored(object.object)) return undefined;
  if (!isDocument(object)) return isNameless(type, object.object) ? undefined : "id";
  return api_version === API_VERSION ? misfit(object.object, object) : undefined;
}

/** An invoice that is only to come, and what has its owner's id, have none of their own. */
function isNameless(type: string, object: MirroredType): boolean {
  return type === "invoice.upcoming" || mirrored(object).gather !== undefined;
}
