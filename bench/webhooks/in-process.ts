import { against, type Comparison, inTurn } from "../support/compare";
import { environment } from "../support/environment";
import type { Delivery } from "../support/events";
import { percentile } from "../support/statistics";
import { startWorker } from "../support/worker";
import type { Load } from "./load";

export const RECEIVER = "bench/webhooks/receiver.ts";
export const REACTIONS = "bench/webhooks/reactions.ts";
const CEILING = "bench/webhooks/ceiling.ts";

type Compared = {
  receiver: Comparison;
  reactions: Comparison;
  /** Of the receiver. */
  latencies: { p50ms: number; p99ms: number };
};

/** The receiver in a process of its own, without and with reactions, beside a process that only writes the rows. */
export async function compareReceiver(url: string, load: Load): Promise<Compared> {
  const sides = [RECEIVER, REACTIONS, CEILING].map((file) => side(file, url, load));
  try {
    for (const { measure } of sides) await measure();
    for (const { latencies } of sides) latencies.length = 0;
    const figures = await inTurn(
      load.rounds,
      sides.map(({ file, measure }) => [file, measure] as const),
    );
    const beside = (file: string) => against(figures.get(file), figures.get(CEILING));
    const latencies = sides.find(({ file }) => file === RECEIVER)?.latencies ?? [];
    return {
      receiver: beside(RECEIVER),
      reactions: beside(REACTIONS),
      latencies: { p50ms: percentile(latencies, 0.5), p99ms: percentile(latencies, 0.99) },
    };
  } finally {
    for (const { stop } of sides) stop();
  }
}

function side(file: string, url: string, { next, events, concurrency }: Load) {
  const worker = startWorker<Delivery>(file, environment(url));
  const latencies: number[] = [];
  const measure = async () => {
    const items = next(events);
    const timing = await worker.perform({ items, concurrency });
    latencies.push(...timing.latencies);
    return items.length / timing.seconds;
  };
  return { file, measure, latencies, stop: worker.stop };
}
