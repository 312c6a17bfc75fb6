import { EnvironmentError } from "@/lib/env-schema";
import { reasonOf } from "./reason";

/** Something went wrong that a person can put right: printed as it is, without a stack. */
export class Fault extends Error {
  override name = "Fault";
}

/** Prints an error: what a person can put right as its message, anything else whole. */
export function report(error: unknown): void {
  console.error(isTheirs(error) ? `\n${reasonOf(error)}\n` : error);
}

/**
 * Runs a script's main function; an error is reported and becomes exit code 1.
 *
 * @param usage what the command takes: told instead of running where `--help` asks for it, and after an option it doesn't have
 */
export async function run(main: () => Promise<void>, usage?: string): Promise<void> {
  if (usage && process.argv.includes("--help")) return console.log(usage);
  try {
    await main();
  } catch (error) {
    report(error);
    if (usage && isOfOptions(error)) console.error(`${usage}\n`);
    process.exitCode = 1;
  }
}

function isOfOptions(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) || isOfOptions(error.cause);
}

/**
 * An option that there isn't; a server that isn't there, that gives no answer, or doesn't let us in; a database that there
 * isn't, that we have no rights in, or without our schema. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const theirs =
  /^(ERR_PARSE_ARGS|E(CONN|NOTFOUND|AI_AGAIN|HOST|NET|TIMEDOUT)|CONNECT|28\w{3}|3D000|3F000|42501|42P01|42703|53\w{3}|57P\d\d)/;

function isTheirs(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Fault || error instanceof EnvironmentError) return true;
  return ("code" in error && theirs.test(String(error.code))) || isTheirs(error.cause);
}
