import { invalidRequest } from "../core/errors";
import { ACTIONS, type FaultAction, isDeliveryAction, isRequestAction } from "./actions";
import type { FaultRule } from "./rule";

/** A rule before it has an id and has seen anything. */
export type NewFault = Omit<FaultRule, "id" | "seen" | "fired">;

type Fields = Readonly<Record<string, unknown>>;

const CONDITIONS = {
  request: ["method", "path"],
  delivery: ["event", "endpoint"],
} as const;
const NAMES = new Set([
  "action",
  "amount",
  "nth",
  "times",
  "probability",
  "seed",
  ...CONDITIONS.request,
  ...CONDITIONS.delivery,
]);

/** Reads a rule from JSON or a form's texts; empty is as if not given. Throws 400 for what can't be meant. */
export function readFault(body: unknown): NewFault {
  const given: Fields = { ...(typeof body === "object" ? body : {}) };
  for (const name of Object.keys(given)) if (!NAMES.has(name)) throw refused(name, "isn't part of a rule");
  const action = String(given.action ?? "");
  if (!isRequestAction(action) && !isDeliveryAction(action)) {
    throw refused("action", `must be one of ${Object.keys(ACTIONS).join(", ")}`);
  }
  for (const name of CONDITIONS[isRequestAction(action) ? "delivery" : "request"]) {
    if (text(given, name) !== null) throw refused(name, `is no condition of ${action}`);
  }
  return {
    action,
    amount: amountOf(given, action),
    method: text(given, "method")?.toUpperCase() ?? null,
    path: text(given, "path"),
    event: text(given, "event"),
    endpoint: text(given, "endpoint"),
    nth: number(given, "nth", 1, 1e9),
    times: number(given, "times", 1, 1e9),
    probability: number(given, "probability", 0, 1) ?? 1,
    seed: number(given, "seed", 0, 2 ** 32) ?? 1,
  };
}

function amountOf(given: Fields, action: FaultAction): number {
  const { unit, usual } = ACTIONS[action];
  if (unit === null) return usual;
  return (unit === "status" ? number(given, "amount", 500, 599) : number(given, "amount", 0, 1e7)) ?? usual;
}

function text(given: Fields, name: string): string | null {
  const value = given[name];
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") throw refused(name, "must be a text");
  return value;
}

function number(given: Fields, name: string, least: number, most: number): number | null {
  const value = given[name];
  if (value === undefined || value === null || value === "") return null;
  const found = typeof value === "string" ? Number(value) : value;
  if (typeof found === "number" && found >= least && found <= most) return found;
  throw refused(name, `must be a number from ${least} to ${most}`);
}

function refused(param: string, wrong: string): Error {
  return invalidRequest(`${param} ${wrong}`, { param });
}
