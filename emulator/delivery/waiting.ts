import type { Delivery } from "../core/records";
import { type Row, SortedRows } from "../core/sorted";

/** The deliveries of an account that wait for an attempt, each endpoint's in the order of their times. */
export class Waiting {
  private readonly byEndpoint = new Map<string, SortedRows<Delivery>>();
  private readonly rows = new Map<string, Row<Delivery>>();
  private sequence = 0;

  /** Takes over how a delivery is now; null once it is gone. */
  note(id: string, delivery: Delivery | null): void {
    const present = this.rows.get(id);
    if (present !== undefined) this.queue(present.value.endpoint).remove(present);
    this.rows.delete(id);
    if (delivery === null || delivery.next_attempt === null) return;
    const sequence = present?.sequence ?? this.sequence++;
    const row = { id, key: delivery.next_attempt, sequence, value: delivery };
    this.rows.set(id, row);
    this.queue(delivery.endpoint).insert(row);
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  clear(): void {
    this.byEndpoint.clear();
    this.rows.clear();
  }

  /** Each endpoint's deliveries, those first that are due first. */
  *queues(): Generator<Iterable<Delivery>> {
    for (const rows of this.byEndpoint.values()) yield inOrder(rows);
  }

  private queue(endpoint: string): SortedRows<Delivery> {
    const rows = this.byEndpoint.get(endpoint) ?? new SortedRows<Delivery>();
    this.byEndpoint.set(endpoint, rows);
    return rows;
  }
}

function* inOrder(rows: SortedRows<Delivery>): Generator<Delivery> {
  for (let position = 0, row = rows.at(0); row !== undefined; row = rows.at(++position)) yield row.value;
}
