import { deepFreeze } from "./freeze";
import type { Held, Kind, Kinds } from "./kinds";
import { isKind, SHAPES } from "./shapes";
import type { Row, SortedRows } from "./sorted";
import { Table } from "./table";

/** One object put (or, with null, deleted) by a piece of work: what the journal keeps. */
export type Change = readonly [kind: Kind, id: string, object: Kinds[Kind] | null];

/** A change's opposite, and the place the object has or had among its kind. */
interface Undo {
  readonly change: Change;
  sequence: number | undefined;
}

type Tables = { [K in Kind]?: Table<Kinds[K]> };

/**
 * An account's objects. Objects are frozen: to change one, put a new one under its id. Between `begin` and
 * `commit` every change is remembered, so that `rollback` brings the state back exactly.
 */
export class Store {
  private readonly tables: Tables = {};
  private before: Map<string, Undo> | null = null;

  get<K extends Kind>(kind: K, id: string): Held<K> | undefined {
    return this.table(kind).row(id)?.value;
  }

  put<K extends Kind>(kind: K, object: Held<K>): Held<K> {
    const undo = this.remember(kind, object.id);
    const table = this.table(kind);
    table.put(deepFreeze(object), undo.sequence);
    undo.sequence ??= table.row(object.id)?.sequence;
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

  /** Ends the work and says what it changed. */
  commit(): Change[] {
    const changes = this.changes();
    this.before = null;
    return changes;
  }

  /** What the work has changed so far, in an order that rebuilds the same store when applied. */
  changes(): Change[] {
    const changed = [...(this.before?.values() ?? [])].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
    return changed.map(({ change: [kind, id] }) => [kind, id, this.get(kind, id) ?? null]);
  }

  /** What the objects that the work has changed were before it. */
  earlier(): Change[] {
    return [...(this.before?.values() ?? [])].map(({ change }) => change);
  }

  /** Takes back everything since `begin`; the work goes on. */
  undo(): void {
    const changed = [...(this.before?.values() ?? [])].reverse();
    this.before = new Map();
    for (const { change, sequence } of changed) this.apply(change, sequence);
  }

  /** Runs something inside the work and takes back what it changed, and only that: to see what would come of it. */
  aside<T>(task: () => T): T {
    const around = this.before;
    this.before = new Map();
    try {
      return task();
    } finally {
      this.undo();
      this.before = around;
    }
  }

  /** Takes back everything since `begin`, and ends the work. */
  rollback(): void {
    this.undo();
    this.before = null;
  }

  /** Takes over a change as it is: when a journal is replayed. */
  apply([kind, id, object]: Change, sequence?: number): void {
    if (object === null) this.table(kind).delete(id);
    else this.table(kind).put(object, sequence);
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
      const rows = this.rows(kind);
      for (let row = rows.at(0), next = 1; row !== undefined; row = rows.at(next++)) {
        yield [kind, row.id, row.value];
      }
    }
  }

  private remember(kind: Kind, id: string): Undo {
    if (this.before === null) throw new Error("A change outside of work");
    const key = `${kind} ${id}`;
    const row = this.row(kind, id);
    const undo = this.before.get(key) ?? { change: [kind, id, row?.value ?? null], sequence: row?.sequence };
    this.before.set(key, undo);
    return undo;
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
