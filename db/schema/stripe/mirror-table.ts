import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  jsonb,
  type PgColumnBuilderBase,
  type PgTable,
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

/** A field of a document that a column or a view reads, and as what. */
export type Field = { path: string; kind: "text" | "integer" | "boolean" | "time"; indexed?: boolean };

const declared = new WeakMap<PgColumnBuilderBase, Field>();
const read = new WeakMap<PgTable, Field[]>();

/** The fields that the columns of a mirrored table are derived from. */
export function fieldsOf(table: PgTable): readonly Field[] {
  return read.get(table) ?? [];
}

function noted<Column extends PgColumnBuilderBase>(
  column: Column,
  kind: Field["kind"],
  path: string,
): Column {
  declared.set(column, { path, kind });
  return column;
}

/** Columns that PostgreSQL derives from the document, so that they can't disagree with it. */
export const derived = {
  text: (path: string) => noted(text().generatedAlwaysAs(sql.raw(at(path))), "text", path),
  integer: (path: string) =>
    noted(bigint({ mode: "number" }).generatedAlwaysAs(sql.raw(`(${at(path)})::bigint`)), "integer", path),
  boolean: (path: string) =>
    noted(boolean().generatedAlwaysAs(sql.raw(`(${at(path)})::boolean`)), "boolean", path),
  /** Stripe's unix seconds as a point in time. */
  time: (path: string) =>
    noted(
      timestamp({ withTimezone: true }).generatedAlwaysAs(
        sql.raw(`to_timestamp((${at(path)})::double precision)`),
      ),
      "time",
      path,
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
  const table = stripeSchema.table(name, { ...mirrorColumns(), ...columns }, (made) =>
    indexed.map((column) => index().on(made[column])),
  );
  const fields = Object.entries(columns).flatMap(([column, builder]) => {
    const field = declared.get(builder);
    return field ? [{ ...field, indexed: indexed.includes(column) }] : [];
  });
  read.set(table, fields);
  return table;
}
