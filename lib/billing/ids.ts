/** The id of what Stripe refers to, whether the answer carries the reference or the whole object. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}

/** The PaymentIntent that a client secret belongs to; null for what hasn't the form of one. */
export function intentIdOf(clientSecret: string): string | null {
  return /^(pi_[A-Za-z0-9]+)_secret_[A-Za-z0-9]+$/.exec(clientSecret)?.[1] ?? null;
}
