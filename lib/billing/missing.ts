import Stripe from "stripe";

/** Whether Stripe has answered that there is no such object. */
function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}

/** What the request brings, or null where Stripe knows no such object. */
export async function unlessMissing<Found>(request: () => Promise<Found>): Promise<Found | null> {
  try {
    return await request();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
