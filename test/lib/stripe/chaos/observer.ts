import postgres from "postgres";
import { isMirrored, type MirroredType, mirrored, mirroredTypes } from "@/lib/stripe/mirror/registry";
import { quoted } from "@/lib/stripe/mirror/statement";

/** One state of a row that was committed, and so could be seen by anybody. */
export type Sight = { type: MirroredType; id: string; deleted: boolean; data: Record<string, unknown> };

/** Sees every state that any row of the mirror is ever in, in order: triggers write down each, none is missed. */
export class Observer {
  readonly sql: postgres.Sql;

  constructor(url: string) {
    // Thousands of histories grow what is few rows when PostgreSQL decides how to read it, and keeps to that.
    this.sql = postgres(url, { max: 2, onnotice: () => {}, connection: { enable_seqscan: "off" } });
  }

  async open(): Promise<void> {
    await this.sql.unsafe(`
      create table handled (event text not null);
      create index on handled (event);
      create table sights (n bigserial, type text, id text, deleted boolean, data jsonb);
      create function seen() returns trigger language plpgsql as $$ begin
        insert into sights (type, id, deleted, data)
        values (tg_argv[0], new.id, new.deleted_at is not null, new.data);
        return null;
      end $$;
      create function forgotten() returns trigger language plpgsql as $$ begin
        raise 'The mirror forgets nothing';
      end $$;`);
    for (const type of mirroredTypes) {
      const table = quoted(mirrored(type).table);
      await this.sql.unsafe(`
        create trigger seen after insert or update on ${table} for each row execute function seen('${type}');
        create trigger forgotten before delete on ${table} for each row execute function forgotten();`);
    }
  }

  /** What has been seen since the last time, in order. */
  async sights(): Promise<Sight[]> {
    const rows = await this.sql.begin(async (tx) => {
      await tx`lock table sights`;
      const seen = await tx<
        (Omit<Sight, "type"> & { type: string })[]
      >`select type, id, deleted, data from sights order by n`;
      await tx`truncate sights`;
      return seen;
    });
    return rows.flatMap(({ type, ...row }) => (isMirrored(type) ? [{ type, ...row }] : []));
  }

  /** How often each of these events has taken effect. */
  async effects(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.sql<{ event: string; times: number }[]>`
      select event, count(*)::int as times from handled where event = any(${[...ids]}) group by event`;
    return new Map(rows.map(({ event, times }) => [event, times]));
  }

  /** Which of these events the ledger doesn't hold as processed. */
  async unprocessed(ids: readonly string[]): Promise<string[]> {
    const done = await this.sql<{ id: string }[]>`
      select id from stripe.events where status = 'processed' and id = any(${[...ids]})`;
    const processed = new Set(done.map(({ id }) => id));
    return ids.filter((id) => !processed.has(id));
  }

  /** How many events were taken in by a transaction that took in others too. */
  async together(): Promise<number> {
    const [row] = await this.sql<{ events: number }[]>`
      select coalesce(sum(n), 0)::int as events
      from (select count(*) as n from stripe.events group by processed_in having count(*) > 1) g`;
    return row?.events ?? 0;
  }

  /** Breaks the application's connections that are in the middle of something. */
  async cut(): Promise<void> {
    await this.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`;
  }

  /** Makes the next reading of events begin at the beginning. */
  async forgetMark(): Promise<void> {
    await this.sql`delete from stripe.progress`;
  }
}
