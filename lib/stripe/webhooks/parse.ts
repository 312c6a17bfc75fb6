import type Stripe from "stripe";
import { isDocument, isRecord } from "../mirror/observed";

/** Several times what any object of Stripe's needs, and far from what PostgreSQL's jsonb refuses. */
const DEPTH = 100;

/** An event and the text it came as. */
export type Parsed = { event: Stripe.Event; text: string };

/**
 * Reads a verified body as an event. Only what the pipeline relies on is checked; the object inside may be of
 * any type and shape.
 *
 * @returns the event, or what is wrong with it
 */
export function parseEvent(body: Uint8Array): Parsed | { problem: string } {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    value = JSON.parse(text);
  } catch {
    return { problem: "The body is not JSON in UTF-8." };
  }
  if (isDeeper(value, DEPTH)) return { problem: `The body is nested deeper than ${DEPTH} levels.` };
  if (!isEvent(value)) return { problem: "The body is not a Stripe event." };
  if (isUnstorable(text, value)) return { problem: "The body holds text that is not Unicode, or NUL." };
  return { event: value, text };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const child of Object.values(value)) if (isDeeper(child, levels - 1)) return true;
  return false;
}

function isEvent(value: unknown): value is Stripe.Event {
  return (
    isDocument(value) &&
    isName(value.id) &&
    value.object === "event" &&
    isName(value.type) &&
    isTime(value.created) &&
    typeof value.livemode === "boolean" &&
    isRecord(value.data) &&
    isRecord(value.data.object) &&
    isName(value.data.object.id ?? "")
  );
}

/** https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backwards-compatible bounds ids so. */
function isName(value: unknown): boolean {
  return typeof value === "string" && value.length <= 255;
}

/** Unix seconds before the year 10000. */
function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 253_402_300_800;
}

/** PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair. Stripe sends neither. */
function isUnstorable(text: string, value: unknown): boolean {
  if (!/\\u(0000|d[89a-f])/i.test(text)) return false;
  // Written again, a NUL and a lone surrogate are the only escapes left of these two kinds.
  return /(?<!\\)(\\\\)*\\u(0000|d[89a-f])/i.test(JSON.stringify(value));
}
