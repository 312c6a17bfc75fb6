import { deepFreeze } from "./freeze";
import type { Held, Kind, Kinds } from "./kinds";
import { isKind, SHAPES } from "./shapes";
import type { Row, SortedRows } from "./sorted";
import { Table } from "./table";

/** One object put (or, with null, deleted) by a piece of work: what the journal keeps. */
export type Change = readonly [kind: Kind, id: string, object: Kinds[Kind] | null];

type Tables = { [K in Kind]?: Table<Kinds[K]> };

/**
 * An account's objects. Objects are frozen: to change one, put a new one under its id. Between `begin` and
 * `commit` every change is remembered, so that `rollback` brings the state back exactly.
 */
export class Store {
  private readonly tables: Tables = {};
  private before: Map<string, Change> | null = null;

  get<K extends Kind>(kind: K, id: string): Held<K> | undefined {
    return this.table(kind).row(id)?.value;
  }

  put<K extends Kind>(kind: K, object: Held<K>): Held<K> {
    this.remember(kind, object.id);
    this.table(kind).put(deepFreeze(object));
    return object;
  }

  /** Changes some fields of an object that must be there, and gives the new one. */
  update<K extends Kind>(kind: K, id: string, fields: Partial<Held<K>>): Held<K> {
    return this.put(kind, { ...this.must(kind, id), ...fields });
  }

  delete(kind: Kind, id: string): void {
    this.remember(kind, id);
    this.table(kind).delete(id);
  }

  /** For an id the stand-in itself wrote: its absence is a fault of ours, not of the caller. */
  must<K extends Kind>(kind: K, id: string): Held<K> {
    const object = this.get(kind, id);
    if (object === undefined) throw new Error(`The store lost ${kind} ${id}`);
    return object;
  }

  /** Rows in ascending order; all, or those an index of the kind's shape finds. */
  rows<K extends Kind>(kind: K, index?: string, value?: string): SortedRows<Held<K>> {
    return this.table(kind).list(index, value);
  }

  /** An object's place in its kind's order: where a cursor points. */
  row<K extends Kind>(kind: K, id: string): Row<Held<K>> | undefined {
    return this.table(kind).row(id);
  }

  /** Newest first; all, or those an index finds: `store.list("subscription", "customer", id)`. */
  list<K extends Kind>(kind: K, index?: string, value?: string): Held<K>[] {
    const rows = this.rows(kind, index, value);
    return Array.from({ length: rows.size }, (_, back) => rows.at(rows.size - 1 - back)).flatMap((row) =>
      row === undefined ? [] : [row.value],
    );
  }

  begin(): void {
    if (this.before !== null) throw new Error("Work inside work");
    this.before = new Map();
  }

  /** Ends the work and says what it changed, in the order of first change. */
  commit(): Change[] {
    const changed = [...(this.before ?? new Map<string, Change>()).values()];
    this.before = null;
    return changed.map(([kind, id]) => [kind, id, this.get(kind, id) ?? null]);
  }

  /** Takes back everything since `begin`; the work goes on. */
  undo(): void {
    const changed = [...(this.before?.values() ?? [])].reverse();
    this.before = new Map();
    for (const change of changed) this.apply(change);
  }

  /** Takes back everything since `begin`, and ends the work. */
  rollback(): void {
    this.undo();
    this.before = null;
  }

  /** Takes over a change as it is: when a journal is replayed. */
  apply([kind, id, object]: Change): void {
    if (object === null) this.table(kind).delete(id);
    else this.table(kind).put(object);
  }

  /** How many objects are held. */
  get size(): number {
    return Object.values(this.tables).reduce((sum, table) => sum + table.list().size, 0);
  }

  clear(): void {
    for (const kind of Object.keys(this.tables).filter(isKind)) delete this.tables[kind];
  }

  /** Everything held, in an order that rebuilds the same store when applied. */
  *everything(): Generator<Change> {
    for (const kind of Object.keys(SHAPES).filter(isKind)) {
      for (const row of this.table(kind).values()) yield [kind, row.id, row.value];
    }
  }

  private remember(kind: Kind, id: string): void {
    if (this.before === null) throw new Error("A change outside of work");
    const key = `${kind} ${id}`;
    if (!this.before.has(key)) this.before.set(key, [kind, id, this.get(kind, id) ?? null]);
  }

  private table<K extends Kind>(kind: K): Table<Kinds[K]> {
    const tables: { [P in K]?: Table<Kinds[P]> } = this.tables;
    const present = tables[kind];
    if (present !== undefined) return present;
    const made = new Table<Kinds[K]>(SHAPES[kind]);
    tables[kind] = made;
    return made;
  }
}
