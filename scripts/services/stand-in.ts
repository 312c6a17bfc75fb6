import { join } from "node:path";
import { Fault } from "../support/fault";
import type { Guard } from "../support/guard";
import { root } from "../support/root";
import { answering, type Service, startService } from "../support/service";
import { nodeArguments } from "../support/typescript";

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
    args: [...nodeArguments(join(root, "emulator/main.ts")), "--port", String(port), ...state],
    env: process.env,
    guard,
  });
  await answering(service, `http://localhost:${port}/_emulator/health`);
  return service;
}

/** Has the stand-in send an account's events to a URL, signed with a secret we know (as `stripe listen` does). */
export async function forwardEvents(
  origin: string,
  account: { secretKey: string; forwardTo: string; signingSecret: string },
): Promise<void> {
  const response = await fetch(`${origin}/_emulator/listen`, {
    method: "POST",
    headers: { authorization: `Bearer ${account.secretKey}`, "content-type": "application/json" },
    body: JSON.stringify({ forward_to: account.forwardTo, secret: account.signingSecret }),
  });
  if (response.ok) return;
  throw new Fault(
    `The stand-in refused to forward events to ${account.forwardTo}:\n${await response.text()}`,
  );
}
