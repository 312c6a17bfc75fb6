/** Stripe shows the beginning of an answer's body in its dashboard, so each says what happened. */
export function accept(result: "processed" | "duplicate"): Response {
  return Response.json({ received: true, result });
}

/** @param status 4xx: the request was wrong, nothing is stored; 5xx: our fault, Stripe sends it again */
export function refuse(status: number, error: string, headers: HeadersInit = {}): Response {
  return Response.json({ error }, { status, headers });
}

/** The answer to everything but POST. */
export function refuseMethod(): Response {
  return refuse(405, "Webhooks are sent by POST.", { Allow: "POST" });
}
