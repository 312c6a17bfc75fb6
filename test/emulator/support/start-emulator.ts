import Stripe from "stripe";
import { type StandIn, type StandInOptions, startStandIn } from "@/emulator/server";
import { ask } from "./ask";

export interface StartedEmulator extends StandIn {
  /** The real SDK, with the key of an account. */
  stripe(account?: string, config?: { maxNetworkRetries?: number; timeout?: number }): Stripe;
  /** A request as written; JSON answers are parsed. */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
}

interface RequestOptions {
  /** Form-encoded already. */
  readonly body?: string;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly text: string;
  // The shape of what is answered is what tests are about.
  readonly json: Record<string, unknown>;
}

/** Starts a stand-in in this process, on a free port, in memory unless told otherwise. */
export async function startEmulator(options: Partial<StandInOptions> = {}): Promise<StartedEmulator> {
  const standIn = await startStandIn({
    data: null,
    deliveries: { concurrency: 1, retries: [], timeoutMilliseconds: 2_000 },
    host: "127.0.0.1",
    port: 0,
    reset: false,
    seed: 1,
    ...options,
  });
  const { hostname, port } = new URL(standIn.origin);
  return {
    ...standIn,
    stripe: (account = "test", config = {}) =>
      new Stripe(`sk_test_${account}`, {
        host: hostname,
        maxNetworkRetries: 0,
        port,
        protocol: "http",
        telemetry: false,
        ...config,
      }),
    async request(method, path, { body, key = "sk_test_test", headers = {} } = {}) {
      const sent = body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" };
      const answer = await ask(standIn.origin + path, {
        method,
        headers: { Authorization: `Bearer ${key}`, ...sent, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      return { ...answer, json: answer.text === "" ? {} : JSON.parse(answer.text) };
    },
  };
}
