import { readFileSync } from "node:fs";
import type { StartedEmulator } from "../support/start-emulator";
import { differences, type Names } from "./compare";

/** A request as it was sent to Stripe, form-encoded but for its brackets, and what came back. */
export interface Exchange {
  readonly scenario: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly uri: string;
  readonly body: string | null;
  readonly status: number;
  readonly json: unknown;
}

/** Real traffic, scenario by scenario in its order. Whose it is and under which terms is said in LICENSE. */
export function readScenarios(): ReadonlyMap<string, readonly Exchange[]> {
  const lines = readFileSync(new URL("traffic.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const scenarios = new Map<string, Exchange[]>();
  for (const line of lines) {
    const exchange: Exchange = JSON.parse(line);
    const before = scenarios.get(exchange.scenario) ?? [];
    scenarios.set(exchange.scenario, [...before, exchange]);
  }
  return scenarios;
}

/** Sends a scenario's requests to the stand-in, its ids in the place of the recorded ones. Gives what differs. */
export async function replay(
  emulator: StartedEmulator,
  account: string,
  exchanges: readonly Exchange[],
  names: Names,
): Promise<string[]> {
  const found: string[] = [];
  for (const { method, uri, body, status, json } of exchanges) {
    const answer = await emulator.request(method, addressOf(uri, names), {
      key: `sk_test_${account}`,
      ...(body === null ? {} : { body: formOf(body, names) }),
    });
    const what = `${method} ${uri.split("?")[0]}`;
    if (answer.status !== status) {
      found.push(`${what}: theirs ${status}, ours ${answer.status} ${answer.text}`);
      return found;
    }
    found.push(...differences(json, answer.json, names).map((text) => `${what} ${text}`));
  }
  return found;
}

function addressOf(uri: string, names: Names): string {
  const [path = "", query] = uri.split("?");
  const mapped = path
    .split("/")
    .map((part) => names.get(part) ?? part)
    .join("/");
  return query === undefined ? mapped : `${mapped}?${formOf(query, names)}`;
}

/** Moves of the version that the stand-in speaks: what was asked then is asked like this now. */
const MOVED: Readonly<Record<string, string>> = {
  billing_cycle_anchor: "billing_cycle_anchor[type]",
  "items[0][plan]": "items[0][price]",
};

function formOf(text: string, names: Names): string {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      const given = value.join("=");
      return `${encodeURIComponent(MOVED[name] ?? name)}=${encodeURIComponent(names.get(given) ?? given)}`;
    })
    .join("&");
}
