import { standInDefaults } from "@/lib/env-defaults";
import { EnvironmentError, parseEnv, portNumber } from "@/lib/env-schema";
import { Fault } from "../support/fault";
import { choosePort, isFree } from "../support/ports";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a run is made of: which servers are ours to start, and where. */
export type Settings = {
  /** The port of the application, and the address people open. */
  port: number;
  origin: string;
  /** What to start of the stand-in; `undefined` when Stripe, or a stand-in run elsewhere, is used. */
  standIn: { port: number; origin: string; secretKey: string; signingSecret: string } | undefined;
  /** Whether what is missing is ours to bring: in development and in a demo. */
  provide: boolean;
  /** Whether PostgreSQL is ours to start. */
  ownDatabase: boolean;
  /** What to tell: ports that had to be others. */
  notes: string[];
  /** The application's environment; where the database is ours, its address is still to come. */
  env: Environment;
};

/**
 * Decides from the environment what to start. What is set is used as it is, the rest is ours; in production
 * nothing is ours, except for a demo.
 *
 * @throws Fault when the environment isn't usable, or the port it asks for is taken
 */
export async function chooseSettings(source: Environment): Promise<Settings> {
  const notes: string[] = [];
  const provide = source.NODE_ENV !== "production" || source.GATEHOUSE_DEMO === "1";
  const port = await applicationPort(source, notes);
  const own = provide && !source.STRIPE_SECRET_KEY && !source.STRIPE_EMULATOR_URL;
  const standInPort = own ? await freePort(wantedStandInPort, notes) : undefined;
  const standInOrigin = `http://localhost:${standInPort}`;
  if (standInPort && standInPort !== wantedStandInPort) {
    notes.push(`To other commands it is named by STRIPE_EMULATOR_URL=${standInOrigin}.`);
  }
  const env = {
    ...source,
    APP_URL: source.APP_URL || (provide ? `http://localhost:${port}` : undefined),
    ...(standInPort ? { ...standInDefaults, STRIPE_EMULATOR_URL: standInOrigin } : {}),
  };
  const checked = check(env);
  const [signingSecret = ""] = checked.STRIPE_WEBHOOK_SECRET;
  return {
    port,
    origin: checked.APP_URL,
    standIn: standInPort
      ? { port: standInPort, origin: standInOrigin, secretKey: checked.STRIPE_SECRET_KEY, signingSecret }
      : undefined,
    provide,
    ownDatabase: provide && !source.DATABASE_URL,
    notes,
    env,
  };
}

/** Where the other commands look for a stand-in, too (lib/env-defaults.ts). */
const wantedStandInPort = 12111;

async function applicationPort(source: Environment, notes: string[]): Promise<number> {
  // A PORT that is none is refused later, with all else that is wrong: until then any will do.
  const asked = Number(portNumber.safeParse(source.PORT).data ?? localPort(source.APP_URL));
  if (!asked) return freePort(3000, notes);
  if (await isFree(asked)) return asked;
  throw new Fault(`Port ${asked}, asked for by PORT or APP_URL, is taken by another program.`);
}

/** The port in an address of this machine; a public address is served by something in front of us. */
function localPort(address: string | undefined): string {
  if (!address || !URL.canParse(address)) return "";
  const { hostname, port } = new URL(address);
  return hostname === "localhost" || hostname === "127.0.0.1" ? port : "";
}

async function freePort(wanted: number, notes: string[]): Promise<number> {
  const { port, moved } = await choosePort(wanted);
  if (moved) notes.push(`Port ${wanted} is taken by another program; ${port} is used instead.`);
  return port;
}

function check(env: Environment) {
  try {
    return parseEnv(env);
  } catch (error) {
    throw error instanceof EnvironmentError ? new Fault(error.message) : error;
  }
}
