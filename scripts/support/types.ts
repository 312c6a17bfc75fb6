import { isMirrored, type MirroredType, mirroredTypes } from "@/lib/stripe/mirror/registry";
import { Fault } from "./fault";

/**
 * Reads `--types customer,price`.
 *
 * @throws Fault naming what the mirror doesn't keep
 */
export function typesFrom(given: string | undefined): readonly MirroredType[] {
  if (given === undefined) return mirroredTypes;
  const names = given.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !isMirrored(name));
  if (unknown.length > 0) {
    throw new Fault(`The mirror doesn't keep ${unknown.join(", ")}. It keeps:\n${mirroredTypes.join(", ")}`);
  }
  return mirroredTypes.filter((type) => names.includes(type));
}

/**
 * Reads `--rate 20`, requests a second.
 *
 * @throws Fault
 */
export function rateFrom(given: string | undefined): { perSecond?: number } {
  if (given === undefined) return {};
  const perSecond = Number(given);
  if (!(perSecond > 0)) throw new Fault(`--rate takes requests per second, not "${given}".`);
  return { perSecond };
}
