import { documentOf, type Kind } from "../support/documents";
import { person } from "../support/people";

/** What is copied: so many objects of each of these kinds. */
export const kinds: readonly Kind[] = ["customer", "subscription", "invoice", "payment_intent", "charge"];

const samples = new Map(kinds.map((kind) => [kind, documentOf(kind, person(1), "sample")]));

const prefixes: Record<Kind, string> = {
  customer: "cus",
  subscription: "sub",
  invoice: "in",
  payment_intent: "pi",
  charge: "ch",
};

/** Entries of a list that holds `rows` objects in all, the newest first, made as they are asked for. */
export function entriesOf(kind: Kind, turn: number, rows: number, first: number, count: number) {
  const sample = samples.get(kind);
  const length = Math.max(0, Math.min(count, rows - first));
  return Array.from({ length }, (_, index) => {
    const name = `1${turn}x${String(rows - first - index).padStart(9, "0")}`;
    return { ...sample, id: `${prefixes[kind]}_${name}`, customer: `cus_${name}` };
  });
}

/** At which place of its list an entry is, by its id. */
export function placeOf(id: string, rows: number): number {
  return rows - Number(id.split("x")[1]);
}
