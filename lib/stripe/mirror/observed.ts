import type { Document } from "@/db/schema/stripe/mirror-table";
import type { Interval } from "./interval";
import type { MirroredType } from "./registry";

/** What we saw of one object, and when. */
export type Observed = Interval & {
  type: MirroredType;
  document: Document;
  /** Stripe has deleted it; `document` may then be no more than its id. */
  deleted: boolean;
  /**
   * The revision our row had before the request for this content was begun (0: no row). As long as the row
   * still has it, this content is at least as new, whatever the clocks say.
   */
  seen?: number;
  /** Stripe repeated an earlier answer to an idempotency key, so this may be older than its interval. */
  replayed?: boolean;
};

/** Whether a value is an object of Stripe's that has an id. */
export function isDocument(value: unknown): value is Document {
  return isRecord(value) && isId(value.id);
}

/** https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backwards-compatible bounds ids so. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= 255;
}

/** Whether a value of Stripe's is an object with fields, and neither a list nor null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value has others inside: a record or a list. Walked through by `for … in`, nothing is made on the way. */
export function isParent(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
