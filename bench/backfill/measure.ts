import { against, inTurn } from "../support/compare";
import { environment } from "../support/environment";
import { withServer } from "../support/server";
import { startWorker } from "../support/worker";
import type { BackfillFigures } from "./figures";
import { kinds } from "./source";
import type { Task } from "./task";

/**
 * Copies from a Stripe without latency into a database, and the same rows beside it.
 *
 * @param rows of each kind, in each round
 */
export function measureBackfill(rounds: number, rows: number): Promise<BackfillFigures> {
  return withServer(async (server) => {
    const url = await server.createDatabase("backfill");
    let turn = 0;
    const side = (file: string) => {
      const worker = startWorker<Task>(file, environment(url));
      const peaks: number[] = [];
      const held: number[] = [];
      const measure = async () => {
        const items = [{ turn: ++turn, rows }];
        const { seconds, peakMb, heldMb } = await worker.perform({ items, concurrency: 1 });
        peaks.push(peakMb);
        held.push(heldMb);
        return (rows * kinds.length) / seconds;
      };
      return { measure, peaks, held, stop: worker.stop };
    };
    const [sync, ceiling] = [side("bench/backfill/sync.ts"), side("bench/backfill/ceiling.ts")];
    for (const { measure } of [sync, ceiling]) await measure();
    const figures = await inTurn(rounds, [
      ["sync", sync.measure],
      ["ceiling", ceiling.measure],
    ]);
    for (const { stop } of [sync, ceiling]) stop();
    const { perSecond, ...compared } = against(figures.get("sync"), figures.get("ceiling"));
    const [firstRoundPeakMb = 0] = sync.peaks;
    const [firstRoundHeldMb = 0] = sync.held;
    return {
      ...{ rowsPerSecond: perSecond, ...compared, peakMb: Math.max(...sync.peaks), firstRoundPeakMb },
      ...{ heldMb: sync.held.at(-1) ?? 0, firstRoundHeldMb },
    };
  });
}
