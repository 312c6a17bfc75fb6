import { parseArgs } from "node:util";
import { Fault } from "@/scripts/support/fault";

/** Whole numbers that a command takes, by name: what each is unless it is given, and what it means. */
export type Options<Name extends string> = Readonly<Record<Name, { standard: number; about: string }>>;

/**
 * Reads a command's numbers.
 *
 * @throws Fault for a value that is no whole number above zero; Node's own error for an unknown option
 */
export function readOptions<Name extends string>(options: Options<Name>, args: string[]) {
  const known: Record<string, { type: "string" }> = {};
  for (const name in options) known[name] = { type: "string" };
  const given: Record<string, unknown> = parseArgs({ args, options: known }).values;
  return (name: Name): number => {
    const value = Number(given[name] ?? options[name].standard);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Fault(`--${name} takes a whole number above zero.`);
    return value;
  };
}
