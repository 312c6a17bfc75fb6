import { invalidRequest, type StripeError } from "./errors";

/** One condition of a search: `status:"active"`, `created>1700000000`, `-metadata["plan"]:null`. */
export interface Clause {
  readonly field: string;
  /** The key in brackets, for fields that are maps. */
  readonly key: string | null;
  readonly comparison: ":" | "~" | "<" | "<=" | ">" | ">=";
  /** Null stands for `null`: that there is nothing. */
  readonly value: string | null;
  readonly negated: boolean;
}

export interface SearchQuery {
  readonly every: boolean;
  readonly clauses: readonly Clause[];
}

const CLAUSE =
  /^(-?)([a-z_][a-z0-9_.]*)(?:\[(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\])?\s*(:|~|<=|>=|<|>)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"']+))/i;
const JOINT = /^\s+(AND\s+|OR\s+)?/i;
const LEAST_SUBSTRING = 3;

/** Reads Stripe's search language; refuses what isn't of it, and AND mixed with OR. https://docs.stripe.com/search#search-query-language */
export function parseSearch(query: string): SearchQuery {
  const clauses: Clause[] = [];
  const joints = new Set<string>();
  let rest = query.trim();
  for (;;) {
    const match = CLAUSE.exec(rest);
    if (match === null) throw unreadable(query);
    clauses.push(clauseOf(match));
    rest = rest.slice(match[0].length);
    if (rest === "") break;
    const joint = JOINT.exec(rest);
    if (joint === null) throw unreadable(query);
    joints.add((joint[1] ?? "AND").trim().toUpperCase());
    rest = rest.slice(joint[0].length);
  }
  if (joints.size > 1) {
    throw refused("You can't combine AND with OR in a search query.");
  }
  return { every: !joints.has("OR"), clauses };
}

function clauseOf(match: RegExpExecArray): Clause {
  const [, minus, field = "", key, otherKey, comparison, text, otherText, bare] = match;
  const quoted = text ?? otherText;
  if (comparison === "~" && (quoted ?? bare ?? "").length < LEAST_SUBSTRING) {
    throw refused(`Substring matches need at least ${LEAST_SUBSTRING} characters: ${match[0]}`);
  }
  const unescaped = quoted?.replace(/\\(.)/g, "$1");
  return {
    field,
    key: key ?? otherKey ?? null,
    comparison: comparisonOf(comparison),
    value: unescaped ?? (bare?.toLowerCase() === "null" ? null : (bare ?? "")),
    negated: minus === "-",
  };
}

function comparisonOf(text: string | undefined): Clause["comparison"] {
  const found = ([":", "~", "<", "<=", ">", ">="] as const).find((one) => one === text);
  return found ?? ":";
}

function unreadable(query: string): StripeError {
  return refused(`We were unable to parse your search query: ${query.slice(0, 200)}`);
}

function refused(message: string): StripeError {
  return invalidRequest(message, { param: "query" });
}
