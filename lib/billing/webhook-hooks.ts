import type { Hooks } from "@/lib/stripe/webhooks/hooks";

/**
 * What an operator reads in the log of Stripe's webhooks: what was refused as not genuine, and what failed. Ids and
 * kinds only; a payload is personal data, and stays in the ledger.
 */
export const hooks: Hooks = {
  afterValidation(verdict) {
    if (!verdict.valid) console.warn(`A webhook was refused: ${verdict.reason}`);
  },
  onError({ id, type }, error) {
    const kind = error instanceof Error ? error.name : typeof error;
    console.error(`Event ${id} (${type}) failed: ${kind}. The ledger says why: npm run stripe:ledger`);
  },
};
