/** A mistake in the page's own code, thrown as Stripe.js throws it. */
export class IntegrationError extends Error {
  override name = "IntegrationError";
}

/** Refuses what the stand-in doesn't do, so that nobody takes silence for success. */
export function notImplemented(name: string): never {
  throw new IntegrationError(`${name} is not implemented by the Stripe stand-in.`);
}
