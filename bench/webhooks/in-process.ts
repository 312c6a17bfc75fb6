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
  idle: { p50ms: number; p99ms: number; ceilingP50ms: number };
};

/** Events whose time is taken one after the other. */
const ALONE = 300;

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
    const single = new Map<string, number[]>();
    for (const { file, alone } of sides) single.set(file, await alone());
    const idle = (file: string, share: number) => percentile(single.get(file) ?? [], share);
    return {
      receiver: beside(RECEIVER),
      reactions: beside(REACTIONS),
      latencies: { p50ms: percentile(latencies, 0.5), p99ms: percentile(latencies, 0.99) },
      idle: {
        p50ms: idle(RECEIVER, 0.5),
        p99ms: idle(RECEIVER, 0.99),
        ceilingP50ms: idle(CEILING, 0.5),
      },
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
  const alone = async () => (await worker.perform({ items: next(ALONE), concurrency: 1 })).latencies;
  return { file, measure, latencies, alone, stop: worker.stop };
}
