import { type Row, SortedRows } from "./sorted";

/** How a kind is ordered and by what its objects are found. */
export interface TableShape<Value> {
  /** Ascending; defaults to insertion order alone. */
  readonly order?: (value: Value) => number;
  /** Values an object is indexed under; null where it is under none. */
  readonly indexes?: Readonly<Record<string, (value: Value) => string | null | undefined>>;
}

/** The objects of one kind, by id, in order, and by index. Knows nothing of undo. */
export class Table<Value extends { readonly id: string }> {
  private readonly rows = new Map<string, Row<Value>>();
  private readonly all = new SortedRows<Value>();
  private readonly indexed = new Map<string, SortedRows<Value>>();
  private sequence = 0;

  constructor(private readonly shape: TableShape<Value>) {}

  row(id: string): Row<Value> | undefined {
    return this.rows.get(id);
  }

  /** All rows, or those whose index has the value. */
  list(index?: string, value?: string): SortedRows<Value> {
    if (index === undefined) return this.all;
    if (this.shape.indexes?.[index] === undefined) throw new Error(`No index ${index}`);
    return this.indexed.get(`${index} ${value}`) ?? new SortedRows<Value>();
  }

  /** Puts a value in its place; `sequence` is the one an object had that was there before. */
  put(value: Value, sequence?: number): void {
    const key = this.shape.order?.(value) ?? 0;
    const present = this.rows.get(value.id);
    if (present?.key === key && this.keys(present.value).join("\n") === this.keys(value).join("\n")) {
      present.value = value;
      return;
    }
    if (present !== undefined) this.delete(value.id);
    const row = { id: value.id, key, sequence: sequence ?? present?.sequence ?? this.sequence++, value };
    this.rows.set(value.id, row);
    this.all.insert(row);
    for (const name of this.keys(value)) this.index(name).insert(row);
  }

  delete(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    this.all.remove(row);
    for (const name of this.keys(row.value)) {
      const rows = this.index(name);
      rows.remove(row);
      if (rows.size === 0) this.indexed.delete(name);
    }
  }

  private index(name: string): SortedRows<Value> {
    const rows = this.indexed.get(name) ?? new SortedRows<Value>();
    this.indexed.set(name, rows);
    return rows;
  }

  private keys(value: Value): string[] {
    return Object.entries(this.shape.indexes ?? {}).flatMap(([name, of]) => {
      const found = of(value);
      return found === null || found === undefined ? [] : [`${name} ${found}`];
    });
  }
}
