import Stripe from "stripe";
import { isInUse } from "./spent-key";
import { type TroubleKind, troubles } from "./troubles";

/** Why something couldn't be done just now. */
export type Trouble = { outcome: "trouble"; kind: TroubleKind; title: string; text: string };

/** Answers by which a connection to PostgreSQL says that it is gone or that the server is going. */
const lostConnection =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECT_TIMEOUT|CONNECTION_(LOST|CLOSED|ENDED|DESTROYED)|57P0\d|08\w{3}|53300)$/;

/**
 * Runs a verb, and turns a Stripe or a database that doesn't answer into words. What is no such trouble is a fault of ours
 * and is thrown on. Every trouble is reported with its cause.
 */
export async function orTrouble<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | Trouble> {
  try {
    return await work();
  } catch (error) {
    const kind = kindOf(error);
    if (!kind) throw error;
    console.error(troubles[kind].title, error);
    return { outcome: "trouble", kind, ...troubles[kind] };
  }
}

function kindOf(error: unknown): TroubleKind | null {
  // First: to the SDK it is an error of Stripe's own, as every 409 is.
  if (isInUse(error)) return "under_way";
  if (error instanceof Stripe.errors.StripeConnectionError) return "stripe_away";
  if (error instanceof Stripe.errors.StripeRateLimitError) return "stripe_away";
  if (error instanceof Stripe.errors.StripeAPIError) return "stripe_away";
  if (error instanceof Stripe.errors.StripeError) return "refused";
  return isLostConnection(error) ? "records_away" : null;
}

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return lostConnection.test(code) || isLostConnection(error.cause);
}
