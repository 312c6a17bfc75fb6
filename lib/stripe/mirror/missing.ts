import Stripe from "stripe";

/** How often a reading may lose its place before it fails. */
export const RESTARTS = 3;

/** Whether Stripe doesn't know the object that a request is about. */
export function isMissing(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return isUnknown(error) && error.param !== "starting_after";
}

/** Whether the entry after which a list was to be read on has been deleted: the list, and its owner, may be there still. */
export function isLostPlace(error: unknown): boolean {
  return isUnknown(error) && error.param === "starting_after";
}

/**
 * Reads something whose lists come in several requests, from its beginning again where it loses its place.
 *
 * @throws what the reading throws
 */
export async function readThrough<T>(read: () => Promise<T>): Promise<T> {
  for (let restarts = 0; ; restarts++) {
    try {
      return await read();
    } catch (error) {
      if (!isLostPlace(error) || restarts >= RESTARTS) throw error;
    }
  }
}

function isUnknown(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}
