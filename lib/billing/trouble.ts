import Stripe from "stripe";

/** Why something couldn't be done just now, in words for the person it happened to. */
export type Trouble = { outcome: "trouble"; title: string; text: string };

const stripeAway: Trouble = {
  outcome: "trouble",
  title: "Our payment service can't be reached",
  text: "Nothing is lost. Try again in a minute: we go on from where this stopped.",
};
const databaseAway: Trouble = {
  outcome: "trouble",
  title: "Our records can't be reached",
  text: "Nothing is lost. Try again in a minute: we go on from where this stopped.",
};
const refused: Trouble = {
  outcome: "trouble",
  title: "Our payment service refused this",
  text: "That is our mistake and has been noted. Nothing was changed, and trying again won't help today.",
};

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
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    console.error(trouble.title, error);
    return trouble;
  }
}

function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Stripe.errors.StripeConnectionError) return stripeAway;
  if (error instanceof Stripe.errors.StripeRateLimitError) return stripeAway;
  if (error instanceof Stripe.errors.StripeAPIError) return stripeAway;
  if (error instanceof Stripe.errors.StripeError) return refused;
  return isLostConnection(error) ? databaseAway : null;
}

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return lostConnection.test(code) || isLostConnection(error.cause);
}
