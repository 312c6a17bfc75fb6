import { join } from "node:path";
import postgres from "postgres";
import { databaseUrl } from "@/lib/env-schema";
import { settleLeftover } from "../postgres/leftover";
import { addressOf, type Postgres, startPostgres } from "../postgres/start";
import { readEnvFiles } from "../support/env-files";
import { Fault } from "../support/fault";
import type { Guard } from "../support/guard";
import { choosePort } from "../support/ports";
import { reasonOf } from "../support/reason";
import { dataFolder } from "../support/root";
import { isClaimed } from "../support/running";
import type { Environment } from "./settings";

/** Where the bundled server is asked to listen; the next free port is taken when another program is there. */
export const wantedPort = 54339;

const folder = join(dataFolder, "postgres");

type Placed = { url: string; name: string; port: number; moved: boolean };

/** Where the bundled PostgreSQL runs or will run: known before it does. */
export async function placeDatabase(environment: Environment): Promise<Placed> {
  const left = await settleLeftover(folder);
  const { port } = left ?? (await choosePort(wantedPort));
  const name = databaseName(environment);
  return { url: addressOf(port, name), name, port, moved: port !== wantedPort };
}

/** Stripe has a database of its own: what is for sale at the stand-in, and who bought it there, isn't known to it. */
export function databaseName({ STRIPE_SECRET_KEY, STRIPE_EMULATOR_URL }: Environment): string {
  return STRIPE_SECRET_KEY && !STRIPE_EMULATOR_URL ? "gatehouse_stripe" : "gatehouse";
}

/**
 * Starts the bundled PostgreSQL on the project's own data and makes the application's database there.
 *
 * @param guard ends it when we are killed
 */
export async function startDatabase({ name, port }: Placed, guard?: Guard): Promise<Postgres> {
  guard?.add({ postgres: folder });
  const server = await startPostgres({ folder, port });
  await createDatabase(server.url("postgres"), name);
  return server;
}

async function createDatabase(address: string, name: string): Promise<void> {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

/**
 * Does something with the developer's database: DATABASE_URL where it is set, else the bundled server's,
 * started for the occasion unless it runs anyway. Who has come to use it meanwhile keeps it.
 *
 * @throws Fault where DATABASE_URL is no address of PostgreSQL, or of a server that isn't there; what `work` throws
 */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  readEnvFiles();
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    const [issue] = databaseUrl.safeParse(DATABASE_URL).error?.issues ?? [];
    if (issue) throw new Fault(`DATABASE_URL ${issue.message}.`);
    return work(DATABASE_URL).catch((error: unknown) => {
      throw isOfServer(error, new URL(DATABASE_URL)) ? new Fault(missing(DATABASE_URL, error)) : error;
    });
  }
  const place = await placeDatabase(process.env);
  const server = await startDatabase(place);
  try {
    await work(place.url);
  } finally {
    if (!server.adopted && !isClaimed()) await server.stop();
  }
}

/** Whether an error says that no server is at an address; others, Stripe for one, can be missing as well. */
function isOfServer(error: unknown, address: URL): boolean {
  if (!(error instanceof Error)) return false;
  if ("port" in error && error.port === Number(address.port || 5432)) return true;
  if ("hostname" in error && error.hostname === address.hostname) return true;
  const within = error instanceof AggregateError ? error.errors : [error.cause];
  return within.some((each) => isOfServer(each, address));
}

/** Without the address's user and password. */
function missing(address: string, error: unknown): string {
  return `The database that DATABASE_URL names, at ${new URL(address).host}, can't be reached: ${reasonOf(error)}\nIs it running?`;
}
