import { eventSource } from "../support/events";
import { seedCustomers } from "../support/seed";
import { withServer } from "../support/server";
import type { WebhookFigures } from "./figures";
import { compareReceiver, REACTIONS, RECEIVER } from "./in-process";
import type { WebhookLoad } from "./load";
import { countTraffic } from "./round-trips";
import { compareRoute } from "./route";

/** Measures what becomes of a webhook, on a PostgreSQL of its own. */
export function measureWebhooks(load: WebhookLoad): Promise<WebhookFigures> {
  return withServer(async (server) => {
    const url = await server.createDatabase("webhooks");
    await seedCustomers(url, load.customers);
    const next = eventSource(load.customers);
    const alone = await countTraffic(RECEIVER, url, next);
    const crowded = await countTraffic(RECEIVER, url, next, load.concurrency);
    const reacting = await countTraffic(REACTIONS, url, next);
    const { receiver, reactions, latencies, idle } = await compareReceiver(url, { ...load, next });
    await server.settle(url);
    const through = await compareRoute(server, url, { ...load, next });
    return {
      ...{ receiver, ...through, ...alone, ...latencies, idle },
      statementsAtOnce: crowded.statements,
      reactions: { ...reactions, ...reacting },
    };
  });
}
