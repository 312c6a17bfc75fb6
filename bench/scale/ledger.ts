import postgres from "postgres";
import { withoutIndexes } from "../support/without-indexes";

const CHUNK = 100_000;

/** Ids as old events have them: an order of time, and then chance. Their payload is short, to fit on a disk. */
const chunk = `
insert into stripe.events (id, type, api_version, livemode, object_id, payload, status, duration_ms, created,
  received_at, processed_at, processed_in)
select 'evt_1' || lpad(to_hex(i), 8, '0') || left(md5(i::text), 16), 'invoice.paid', '2026-10-28.endive', true,
  'in_' || left(md5(i::text), 24), '{"object": "event"}', 'processed', 1, at, at, at, 1
from generate_series($1::int, $2::int) i,
  lateral (select now() - interval '30 days' * (1 - i::float8 / $3::int) as at) a`;

/** Fills the ledger with so many processed events of the last 30 days. */
export async function fillLedger(url: string, events: number): Promise<void> {
  const sql = postgres(url, { max: 1 });
  try {
    await withoutIndexes(sql, ["stripe.events"], async () => {
      for (let first = 1; first <= events; first += CHUNK) {
        await sql.unsafe(chunk, [first, Math.min(first + CHUNK - 1, events), events]);
      }
    });
    await sql.unsafe("vacuum analyze stripe.events");
    await sql.unsafe("checkpoint");
  } finally {
    await sql.end();
  }
}
