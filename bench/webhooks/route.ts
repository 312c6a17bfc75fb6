import { startApplication } from "../support/application";
import { against, type Comparison, inTurn } from "../support/compare";
import { leaveCoreTo } from "../support/cores";
import type { Delivery } from "../support/events";
import type { Server } from "../support/server";
import { startWorker } from "../support/worker";
import type { Load } from "./load";

type Sent = { url: string; method: "POST" | "PUT"; signed: boolean; expected: number; delivery: Delivery };

/** Rounds that aren't counted, in which V8 compiles what is run often. */
const WARM_UP = 2;

/** Ways to send a delivery: one makes the route work, the others have it do nothing. */
const ways = {
  work: { method: "POST", signed: true, expected: 200 },
  /** The body is read, no signature is found, and JSON is answered. */
  read: { method: "POST", signed: false, expected: 400 },
  /** JSON is answered before the body is read. */
  unread: { method: "PUT", signed: true, expected: 405 },
} as const;

/**
 * The route, beside the same route doing nothing: once with the body read, once without; and whether Next's thread had a core
 * for itself.
 */
export type RouteFigures = { route: Comparison; unread: Comparison; apart: boolean };

/**
 * The route of the built application, and the same deliveries on the same way through Next to a handler that only
 * says no.
 */
export async function compareRoute(
  { guard, pid }: Server,
  databaseUrl: string,
  load: Load,
): Promise<RouteFigures> {
  const application = await startApplication(databaseUrl, guard);
  const client = startWorker<Sent>("bench/webhooks/client.ts", {});
  const url = `${application.origin}/api/stripe/webhook`;
  const send = (way: keyof typeof ways) => async () => {
    const items = load.next(load.events).map((delivery) => ({ url, ...ways[way], delivery }));
    const { seconds } = await client.perform({ items, concurrency: load.concurrency });
    return items.length / seconds;
  };
  const sides = (["work", "read", "unread"] as const).map((way) => [way, send(way)] as const);
  try {
    await inTurn(WARM_UP, sides);
    const apart = leaveCoreTo(application.pid, [pid, client.pid]);
    const figures = await inTurn(load.rounds, sides);
    const work = figures.get("work");
    return { route: against(work, figures.get("read")), unread: against(work, figures.get("unread")), apart };
  } finally {
    client.stop();
    await application.stop();
  }
}
