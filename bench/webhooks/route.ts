import { startApplication } from "../support/application";
import { against, type Comparison, inTurn } from "../support/compare";
import type { Delivery } from "../support/events";
import type { Server } from "../support/server";
import { startWorker } from "../support/worker";
import type { Load } from "./load";

type Sent = { url: string; method: string; expected: number; delivery: Delivery };

/**
 * The route of the built application, beside the same route doing nothing: sent by PUT, the same deliveries
 * take the same way through Next to a handler that only says no.
 */
export async function compareRoute({ guard }: Server, databaseUrl: string, load: Load): Promise<Comparison> {
  const application = await startApplication(databaseUrl, guard);
  const client = startWorker<Sent>("bench/webhooks/client.ts", {});
  const url = `${application.origin}/api/stripe/webhook`;
  const send = (method: string, expected: number) => async () => {
    const items = load.next(load.events).map((delivery) => ({ url, method, expected, delivery }));
    const { seconds } = await client.perform({ items, concurrency: load.concurrency });
    return items.length / seconds;
  };
  const [work, nothing] = [send("POST", 200), send("PUT", 405)];
  try {
    for (const side of [work, nothing]) await side();
    const figures = await inTurn(load.rounds, [
      ["work", work],
      ["nothing", nothing],
    ]);
    return against(figures.get("work"), figures.get("nothing"));
  } finally {
    client.stop();
    await application.stop();
  }
}
