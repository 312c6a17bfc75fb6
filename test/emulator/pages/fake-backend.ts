import type { ApiAnswer, Backend, Json, PageRequest } from "@/emulator/pages/backend";

export interface Called {
  method: string;
  path: string;
  params: Readonly<Record<string, string>>;
}

const DELIVERY = {
  id: "dlv_1",
  event: "evt_1",
  type: "invoice.paid",
  endpoint: "we_1",
  created: 1795330000,
  next_attempt: null,
  outcome: "failed",
  attempts: [{ at: 1795330000, milliseconds: 12, status: 500, answer: "<b>broken</b>" }],
  faults: [{ action: "wrong_signature", amount: 0 }],
};

/** A stand-in with one account and the objects given; notes every change that is asked of its API. */
export function fakeBackend(objects: readonly Json[]): {
  backend: Backend;
  changes: Called[];
  again: string[];
} {
  const changes: Called[] = [];
  const again: string[] = [];
  const find = (path: string): ApiAnswer => {
    if (path.startsWith("/_emulator/deliveries")) return { ok: true, object: { data: [DELIVERY] } };
    const id = path.split("/").at(-1);
    const object = objects.find((one) => one.id === id);
    if (object) return { ok: true, object };
    return /\?/.test(path)
      ? { ok: true, object: { object: "list", data: objects, has_more: false } }
      : { ok: false, status: 404, message: `No such thing: '${id}'` };
  };
  const backend: Backend = {
    accounts: () => ["shop"],
    call: async (_account, method, path, params = {}) => {
      if (method === "GET") return find(path);
      if (path === "/_emulator/deliveries/again") again.push(params.delivery ?? "");
      else changes.push({ method, path, params });
      return { ok: true, object: {} };
    },
    challenge: (id) =>
      id === "payatt_1" ? { id, pending: true, payment: { amount: 1900, currency: "usd" } } : null,
    answerChallenge: () => null,
    invoice: () => null,
    checkout: () => null,
    portal: () => null,
    creditNote: () => null,
    receipt: () => null,
  };
  return { backend, changes, again };
}

/** A request for a page, as the server hands it on. */
export function request(method: "GET" | "POST", path: string, given: Partial<PageRequest> = {}): PageRequest {
  return {
    method,
    url: new URL(path, "http://localhost"),
    form: new URLSearchParams(),
    site: null,
    known: null,
    ...given,
  };
}
