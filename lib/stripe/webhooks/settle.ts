import { db } from "@/db/client";
import { pace } from "../ask/pace";
import { call, type Hooks, type Result } from "./hooks";
import { failEvent, type Passage, reasonOf } from "./ledger";
import type { Handler } from "./on";
import { processEvent } from "./process";

/** What the product brings along: its reactions, and what watches. */
export type Receiver = { handlers: readonly Handler[]; hooks?: Hooks };

/**
 * Takes a genuine event to its end: processed, or failed with everything undone and the reason in the ledger.
 * Where not even that can be written down, the log says so, and Stripe's next delivery finds nothing done.
 *
 * @throws the reason for which the work under way was called off: the event hasn't failed then, and is taken up again like
 *   one whose process has ended
 */
export async function settle(
  passage: Passage,
  { handlers, hooks = {} }: Receiver,
): Promise<Result | "failed"> {
  const { event } = passage;
  await call(() => hooks.beforeProcessing?.(event));
  try {
    const result = await processEvent(passage, handlers);
    await call(() => hooks.afterProcessing?.(event, result));
    return result;
  } catch (error) {
    pace().signal?.throwIfAborted();
    const recorded = await record(passage, error);
    await call(() => hooks.onError?.(event, error, recorded));
    return "failed";
  }
}

/** @returns whether the failure could be written down */
async function record(passage: Passage, error: unknown): Promise<boolean> {
  try {
    await failEvent(db, passage, error);
    return true;
  } catch (unrecorded) {
    console.error(
      `The failure of ${passage.event.id} could not be recorded: ${reasonOf(unrecorded)}\nIt was: ${reasonOf(error)}`,
    );
    return false;
  }
}
