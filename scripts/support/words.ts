import { Fault } from "./fault";

/**
 * What a command's first word chooses.
 *
 * @throws Fault with what there is to choose from
 */
export function chosen<Verb>(verbs: Readonly<Record<string, Verb>>, name: string, usage: string): Verb {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) throw new Fault(`Not understood: ${name}\n\n${usage}`);
  return verb;
}

/**
 * Refuses words that would be passed over: whoever writes `prune 400` doesn't mean the usual 90 days, nor port 3000 who
 * writes `npm run dev -- --port 4000`.
 *
 * @throws Fault naming them
 */
export function expectNone(words: readonly string[], usage: string): void {
  if (words.length > 0) throw new Fault(`Not understood: ${words.join(" ")}\n\n${usage}`);
}

/**
 * Reads what was given with an option: `--runs 10`.
 *
 * @throws Fault for what is no whole number, or less than `least`
 */
export function wholeNumber(given: string, option: string, least = 1): number {
  const number = given.trim() === "" ? Number.NaN : Number(given);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new Fault(`--${option} takes a whole number, not "${given}".`);
  }
  return number;
}

/** `1 job`, `2 jobs`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}

/** An error's words beneath what they are about. */
export function indented(text: string): string {
  return `    ${text.trim().replaceAll("\n", "\n    ")}`;
}
