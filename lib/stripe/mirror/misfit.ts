import { type Document, type Field, fieldsOf } from "@/db/schema/stripe/mirror-table";
import { isRecord } from "./observed";
import { type MirroredType, mirrored } from "./registry";

/** Characters, of three bytes each at the most, that surely fit into an index of PostgreSQL, which takes 2,704 bytes. */
const INDEXABLE = 800;

/** What views read besides the columns, each of its entries where there is a list. */
const viewed: Partial<Record<MirroredType, { list?: string; fields: readonly Field[] }>> = {
  customer: {
    fields: [
      { path: "discount.start", kind: "time" },
      { path: "discount.end", kind: "time" },
    ],
  },
  subscription: {
    list: "items.data",
    fields: [
      { path: "quantity", kind: "integer" },
      { path: "current_period_start", kind: "time" },
      { path: "current_period_end", kind: "time" },
    ],
  },
  invoice: {
    list: "lines.data",
    fields: [
      { path: "amount", kind: "integer" },
      { path: "quantity", kind: "integer" },
      { path: "period.start", kind: "time" },
      { path: "period.end", kind: "time" },
    ],
  },
};

const fits: Record<Field["kind"], (value: unknown) => boolean> = {
  // Anything can be read as text.
  text: () => true,
  integer: Number.isSafeInteger,
  boolean: (value) => typeof value === "boolean",
  time: isTime,
};

/** Whether a value is unix seconds before the year 10000. */
export function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 253_402_300_800;
}

/**
 * Finds what the mirror's columns and views couldn't read. Only the fields that they read are looked at: the rest of
 * a document may be of any shape.
 *
 * @returns the path of a field that isn't what Stripe's API says it is; undefined where all are
 */
export function misfit(type: MirroredType, document: Document): string | undefined {
  const own = fieldsOf(mirrored(type).table).find((field) => !isFit(document, field));
  if (own) return own.path;
  const view = viewed[type];
  if (!view) return undefined;
  const { list, fields } = view;
  const entries = list === undefined ? [document] : (valueAt(document, list) ?? []);
  if (!Array.isArray(entries) || !entries.every(isRecord)) return list;
  const wrong = fields.find((field) => !entries.every((entry) => isFit(entry, field)));
  return wrong && [list, wrong.path].filter(Boolean).join(".");
}

function isFit(document: Record<string, unknown>, { path, kind, indexed }: Field): boolean {
  const value = valueAt(document, path) ?? null;
  if (value === null) return true;
  return fits[kind](value) && !(indexed && textOf(value).length > INDEXABLE);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function valueAt(document: Record<string, unknown>, path: string): unknown {
  let value: unknown = document;
  for (const key of path.split(".")) value = isRecord(value) ? value[key] : undefined;
  return value;
}
