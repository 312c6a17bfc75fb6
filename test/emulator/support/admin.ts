import type { Answer, StartedEmulator } from "./start-emulator";

/** Requests to what Stripe doesn't have, on behalf of one account. */
export interface Admin {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Makes a rule by which something goes wrong. */
  fault(rule: object): Promise<Answer>;
}

export function adminOf(emulator: StartedEmulator, account = "test"): Admin {
  const key = `sk_test_${account}`;
  const post = (path: string, body: object = {}) =>
    emulator.request("POST", `/_emulator/${path}`, { key, body: JSON.stringify(body) });
  return {
    get: (path) => emulator.request("GET", `/_emulator/${path}`, { key }),
    post,
    delete: (path) => emulator.request("DELETE", `/_emulator/${path}`, { key }),
    fault: (rule) => post("faults", rule),
  };
}
