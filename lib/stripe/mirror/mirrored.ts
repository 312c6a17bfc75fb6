import type { PgTable } from "drizzle-orm/pg-core";
import type { Document } from "@/db/schema/stripe/mirror-table";

/** How the mirror treats one type of object. */
export type Mirrored = {
  table: PgTable;
  /** Where one is read, followed by its id, and where all are listed. */
  path: string;
  /** Queries whose lists together leave none out. */
  queries?: readonly string[];
  /**
   * Fields that Stripe shows only where they are asked for. No event has them, so that what an event carries is never whole.
   * https://docs.stripe.com/api/expanding_objects#includable-properties
   */
  expand?: readonly string[];
  /** The list leaves out what is on a test clock, unless it is asked for by the clock. */
  apartByClock?: true;
  /** The list can't be asked for what was made since some time. */
  undated?: true;
  /** Fields that Stripe makes anew for each answer, so that they tell nothing about a change. */
  fleeting?: readonly string[];
  /** Stripe lists them only by the object of another type that they belong to, here. */
  each?: { of: string; list: (owner: string) => string };
  /** Makes one document of such a list; its id is the owner's. */
  gather?: (owner: string, list: readonly unknown[]) => Document;
  /**
   * How we know that it lives in simulated time (https://docs.stripe.com/billing/testing/test-clocks):
   * `own`: it names its test clock; `customer`: its customer does; `unknown`: nothing on it tells, so that in
   * test mode its dates are never relied on; `none`: it can't be on a clock.
   */
  clock: "own" | "customer" | "unknown" | "none";
  /** The event that says it is gone. Types without one never go away at Stripe. */
  deletedBy?: string;
  /**
   * Every renewal has events of it, thousands in an hour where many have come on one day, so that they are taken in
   * together (`webhooks/group-statement.ts`). Each such type makes that statement dearer: by a tenth of a millisecond.
   */
  often?: true;
  /** Objects of other types whose events tell that this one changed, or one such event alone; with their field that names it. */
  toldBy?: Readonly<Record<string, string>>;
};
