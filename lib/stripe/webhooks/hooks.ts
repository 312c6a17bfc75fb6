import type Stripe from "stripe";
import type { Verdict } from "./signature";

export type Result = "processed" | "duplicate";

/**
 * What can be watched of a webhook, each once: for logs and measures. A hook decides nothing: what it throws is
 * written to the log, and the webhook goes on. An event that we take up ourselves, from Stripe's list or again from
 * the ledger, has no validation to watch, but the other three.
 */
export type Hooks = {
  beforeValidation?(request: Request): void | Promise<void>;
  afterValidation?(verdict: Verdict): void | Promise<void>;
  beforeProcessing?(event: Stripe.Event): void | Promise<void>;
  afterProcessing?(event: Stripe.Event, result: Result): void | Promise<void>;
  /**
   * Everything the event had changed is undone by now.
   *
   * @param recorded whether the failure is in the ledger; it isn't where the database was away, and whoever takes
   *   the event up next finds nothing done
   */
  onError?(event: Stripe.Event, error: unknown, recorded: boolean): void | Promise<void>;
};

/**
 * Calls one hook and outlives it.
 *
 * @returns what there is to wait for: nothing where there is no hook, which is what most events meet
 */
export function call(hook: () => void | Promise<void>): Promise<void> | undefined {
  try {
    const running = hook();
    return running ? Promise.resolve(running).catch(report) : undefined;
  } catch (error) {
    report(error);
    return undefined;
  }
}

function report(error: unknown): void {
  console.error("A webhook hook failed:", error);
}
