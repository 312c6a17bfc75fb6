import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  jsonb,
  type PgColumnBuilderBase,
  pgSchema,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/** Everything that Stripe owns. Only the mirror's writer and the ledger write here. */
export const stripeSchema = pgSchema("stripe");

/** A Stripe object as it travels: JSON, named by its id. */
export type Document = { id: string; [key: string]: unknown };

/** `a.b.c` inside the document as text, the way a generated column or a view reads it. */
export function at(path: string, document = "data") {
  const keys = path.split(".");
  return keys.length === 1 ? `${document} ->> '${path}'` : `${document} #>> '{${keys.join(",")}}'`;
}

/** Columns that PostgreSQL derives from the document, so that they can't disagree with it. */
export const derived = {
  text: (path: string) => text().generatedAlwaysAs(sql.raw(at(path))),
  integer: (path: string) => bigint({ mode: "number" }).generatedAlwaysAs(sql.raw(`(${at(path)})::bigint`)),
  boolean: (path: string) => boolean().generatedAlwaysAs(sql.raw(`(${at(path)})::boolean`)),
  /** Stripe's unix seconds as a point in time. */
  time: (path: string) =>
    timestamp({ withTimezone: true }).generatedAlwaysAs(
      sql.raw(`to_timestamp((${at(path)})::double precision)`),
    ),
};

function mirrorColumns() {
  return {
    id: text().primaryKey(),
    /** The object as Stripe sent it. */
    data: jsonb().$type<Document>().notNull(),
    /** The content was Stripe's at some moment in [asOfFrom, asOfTo), on Stripe's clock. */
    asOfFrom: timestamp({ withTimezone: true }).notNull(),
    asOfTo: timestamp({ withTimezone: true }).notNull(),
    /** Counts the writes of this row: what a fetch compares before it writes. */
    revision: bigint({ mode: "number" }).notNull().default(1),
    /** Set where Stripe has deleted the object; `data` keeps the last content known. */
    deletedAt: timestamp({ withTimezone: true }),
    syncedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  };
}

/**
 * Declares the table of one Stripe object type: the document, the columns derived from it, what the
 * ordering rule needs, and an index on each column named in `indexed`.
 */
export function mirrorTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  columns: Columns,
  indexed: (keyof Columns & string)[] = [],
) {
  return stripeSchema.table(name, { ...mirrorColumns(), ...columns }, (table) =>
    indexed.map((column) => index().on(table[column])),
  );
}
