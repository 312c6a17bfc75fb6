import { parseArgs } from "node:util";
import type { StandInOptions } from "./server";

export interface Flags extends StandInOptions {
  readonly help: boolean;
}

export const HELP = `A stand-in for Stripe's API, Stripe.js and webhooks.

Usage: npm run stripe -- [flags]

  --port <number>             where to listen (12111; 0 takes any free port)
  --host <address>            the address to listen on (127.0.0.1)
  --data <folder>             keep state here; without it, in memory only
  --reset                     forget what the folder holds first
  --seed <number>             make the ids it gives out repeatable
  --retries <list>            seconds between attempts of a delivery (5,30,120,600)
  --delivery-timeout <ms>     how long an endpoint may take to answer (10000)
  --delivery-concurrency <n>  deliveries at once to one endpoint (1 keeps the order of events)
  --help                      this text

Keys: sk_test_NAME and pk_test_NAME open the account NAME; a new name is a new, empty account.`;

/** Reads the command line, or says in one sentence what is wrong with it. */
export function readFlags(args: string[]): Flags | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: "string" },
        "delivery-concurrency": { type: "string", default: "1" },
        "delivery-timeout": { type: "string", default: "10000" },
        help: { type: "boolean", default: false },
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: "12111" },
        reset: { type: "boolean", default: false },
        retries: { type: "string", default: "5,30,120,600" },
        seed: { type: "string" },
      },
    });
    return {
      data: values.data ?? null,
      deliveries: {
        concurrency: wholeNumber("delivery-concurrency", values["delivery-concurrency"], 1, 100),
        retries: values.retries
          .split(",")
          .filter((part) => part !== "")
          .map((part) => wholeNumber("retries", part, 0, 1_000_000)),
        timeoutMilliseconds: wholeNumber("delivery-timeout", values["delivery-timeout"], 1, 600_000),
      },
      help: values.help,
      host: values.host,
      port: wholeNumber("port", values.port, 0, 65_535),
      reset: values.reset,
      seed: values.seed === undefined ? null : wholeNumber("seed", values.seed, 0, 2 ** 32),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`--${flag} takes whole numbers from ${least} to ${most}, not "${text}"`);
}
