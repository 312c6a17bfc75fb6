import { join } from "node:path";
import { z } from "zod";
import { Fault } from "../support/fault";
import type { Guard } from "../support/guard";
import { programArguments } from "../support/program";
import { root } from "../support/root";
import { answering, type Service, startService } from "../support/service";

type Options = {
  port: number;
  /** Where it keeps its state; in memory if left out. */
  folder?: string;
  guard: Guard;
};

/** Starts the stand-in for Stripe and waits until it takes requests. */
export async function startStandIn({ port, folder, guard }: Options): Promise<Service> {
  const state = folder ? ["--data", folder] : [];
  const service = startService({
    name: "The stand-in for Stripe",
    args: [...(await programArguments(join(root, "emulator/main.ts"))), "--port", String(port), ...state],
    env: process.env,
    guard,
  });
  await answering(service, `http://localhost:${port}/_emulator/health`);
  return service;
}

/**
 * Makes sure that the stand-in is there, where it is what we speak with: asked for something, it would be waited for as Stripe
 * is, for the most part of a minute.
 *
 * @param address where it should be; undefined where Stripe itself is used
 * @throws Fault
 */
export async function expectStandIn(address: string | undefined): Promise<void> {
  if (!address) return;
  try {
    await fetch(`${address}/_emulator/health`);
  } catch {
    throw new Fault(
      `No stand-in for Stripe answers at ${address}: npm run dev brings one up, npm run stripe one alone.`,
    );
  }
}

type Forwarding = { secretKey: string; forwardTo: string; signingSecret: string };

/**
 * Has the stand-in send an account's events to a URL, signed with a secret we know (as `stripe listen` does).
 * What an earlier run registered on another port of this machine is taken away: nobody answers there now.
 */
export async function forwardEvents(
  origin: string,
  { secretKey, forwardTo, signingSecret }: Forwarding,
): Promise<void> {
  const headers = { authorization: `Bearer ${secretKey}`, "content-type": "application/json" };
  const ask = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, { headers, ...init });
  const listed = await ask("/v1/webhook_endpoints?limit=100");
  for (const { id, url } of endpoints.parse(await listed.json()).data) {
    if (url !== forwardTo && isOurs(url, forwardTo))
      await ask(`/v1/webhook_endpoints/${id}`, { method: "DELETE" });
  }
  const body = JSON.stringify({ forward_to: forwardTo, secret: signingSecret });
  const answer = await ask("/_emulator/listen", { method: "POST", body });
  if (!answer.ok)
    throw new Fault(`The stand-in can't forward events to ${forwardTo}:\n${await answer.text()}`);
}

const endpoints = z.object({ data: z.array(z.object({ id: z.string(), url: z.string() })) });

function isOurs(url: string, forwardTo: string): boolean {
  const [one, other] = [new URL(url), new URL(forwardTo)];
  return one.hostname === other.hostname && one.pathname === other.pathname;
}
