/** The id of what Stripe refers to, whether the answer carries the reference or the whole object. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}

/** The PaymentIntent that a client secret belongs to; null for what hasn't the form of one. */
export function intentIdOf(clientSecret: string): string | null {
  return secretOf.exec(clientSecret)?.groups?.payment ?? null;
}

/** The SetupIntent that a client secret belongs to; null for what hasn't the form of one. */
export function setupIdOf(clientSecret: string): string | null {
  return secretOf.exec(clientSecret)?.groups?.setup ?? null;
}

const secretOf = /^(?:(?<payment>pi_[A-Za-z0-9]+)|(?<setup>seti_[A-Za-z0-9]+))_secret_[A-Za-z0-9]+$/;
