/** One stored object's place: by key (usually `created`), then by the order in which it was first put. */
export interface Row<Value> {
  readonly id: string;
  readonly key: number;
  readonly sequence: number;
  value: Value;
}

function compare(a: Row<unknown>, b: Row<unknown>): number {
  return a.key - b.key || a.sequence - b.sequence;
}

/** Rows in ascending order; nearly always appended to, so that an insertion costs a comparison. */
export class SortedRows<Value> {
  private readonly rows: Row<Value>[] = [];

  get size(): number {
    return this.rows.length;
  }

  at(position: number): Row<Value> | undefined {
    return this.rows[position];
  }

  /** The position of the row, or of the first row after where it would be. */
  position(row: Row<unknown>): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = this.rows[middle];
      if (candidate !== undefined && compare(candidate, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  insert(row: Row<Value>): void {
    const last = this.rows[this.rows.length - 1];
    if (last === undefined || compare(last, row) < 0) this.rows.push(row);
    else this.rows.splice(this.position(row), 0, row);
  }

  remove(row: Row<Value>): void {
    const position = this.position(row);
    if (this.rows[position] === row) this.rows.splice(position, 1);
  }
}
