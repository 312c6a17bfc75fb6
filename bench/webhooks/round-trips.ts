import { environment } from "../support/environment";
import type { Delivery } from "../support/events";
import type { Traffic } from "../support/wire";
import { layWire } from "../support/wire";
import { startWorker } from "../support/worker";

const WARM = 50;
const COUNTED = 200;

/**
 * Counts what one event asks of the database, on average.
 *
 * @param file the worker to which the events are delivered
 * @param concurrency how many at once; round trips are only told apart one after the other
 */
export async function countTraffic(
  file: string,
  databaseUrl: string,
  next: (count: number) => Delivery[],
  concurrency = 1,
): Promise<Traffic> {
  const wire = await layWire(databaseUrl);
  const worker = startWorker<Delivery>(file, environment(wire.url));
  // The first statements of a connection are prepared, which costs a round trip once.
  await worker.perform({ items: next(WARM), concurrency });
  const { roundTrips, statements } = wire.traffic;
  await worker.perform({ items: next(COUNTED), concurrency });
  worker.stop();
  wire.close();
  return {
    roundTrips: (wire.traffic.roundTrips - roundTrips) / COUNTED,
    statements: (wire.traffic.statements - statements) / COUNTED,
  };
}
