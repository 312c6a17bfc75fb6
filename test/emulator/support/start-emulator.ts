import Stripe from "stripe";
import { type StandIn, type StandInOptions, startStandIn } from "@/emulator/server";

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
  readonly headers: Headers;
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
      const response = await fetch(standIn.origin + path, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: text === "" ? {} : JSON.parse(text),
      };
    },
  };
}
