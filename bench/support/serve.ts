import { z } from "zod";
import { heldMb } from "./held";
import { timeAll } from "./timed";

/** What a worker is sent. */
export type Batch<Item> = { items: Item[]; concurrency: number };

/** What a worker answers. */
export const answer = z.union([
  z.object({ seconds: z.number(), latencies: z.array(z.number()), peakMb: z.number(), heldMb: z.number() }),
  z.object({ failure: z.string() }),
]);

type Work<Item, Ready> = {
  item: z.ZodType<Item>;
  /** What is done before the clock starts. */
  prepare: (item: Item) => Ready;
  perform: (ready: Ready) => Promise<void>;
};

/** Makes this process a worker: batches come from its parent, their timings go back. It ends with its parent. */
export function serve<Item, Ready>({ item, prepare, perform }: Work<Item, Ready>): void {
  const batch = z.object({ items: z.array(item), concurrency: z.number() });
  process.on("message", async (message) => {
    process.send?.(await timing(batch.parse(message)));
  });
  process.on("disconnect", () => process.exit());

  async function timing({ items, concurrency }: Batch<Item>): Promise<z.infer<typeof answer>> {
    try {
      const timing = await timeAll(items.map(prepare), concurrency, perform);
      return { ...timing, peakMb: process.resourceUsage().maxRSS / 1024, heldMb: heldMb() };
    } catch (error) {
      return { failure: error instanceof Error ? String(error.stack) : String(error) };
    }
  }
}
