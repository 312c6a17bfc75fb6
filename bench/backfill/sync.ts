import { stripe } from "@/lib/stripe/client";
import { syncMirror } from "@/lib/stripe/sync/sync";
import { serve } from "../support/serve";
import { memoryStripe } from "./memory-stripe";
import { kinds } from "./source";
import { task } from "./task";

/** `npm run stripe:sync` with nothing to wait for. */
serve({
  item: task,
  prepare: (item) => item,
  async perform({ turn, rows }) {
    Object.assign(stripe(), { rawRequest: memoryStripe(turn, rows) });
    const done = await syncMirror({ types: kinds, full: true, perSecond: Number.POSITIVE_INFINITY });
    for (const { type, rows: read, error } of done) {
      if (error) throw error;
      if (read !== rows) throw new Error(`${read} of ${rows} objects of type ${type} were copied.`);
    }
  },
});
