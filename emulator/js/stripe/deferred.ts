import type { ApiObject } from "../api";
import type { ElementsOptions } from "./elements-group";
import { IntegrationError } from "./errors";
import type { IntentKind } from "./intent";

const HINT = "Call elements.update() with the right values before you confirm.";

/**
 * An intent made after its form has to be what the form was drawn for.
 * @see https://docs.stripe.com/payments/accept-a-payment-deferred
 */
export function requireAnnounced(announced: ElementsOptions, kind: IntentKind, intent: ApiObject): void {
  const { mode, amount, currency } = announced;
  const expected: IntentKind = mode === "setup" || (mode === "subscription" && !amount) ? "setup" : "payment";
  if (kind !== expected) {
    throw new IntegrationError(
      `Elements was made with mode "${mode}", which a ${kind} intent doesn't fit. ${HINT}`,
    );
  }
  if (kind === "setup") return;
  for (const [name, value] of Object.entries({ amount, currency })) {
    if (value === intent[name]) continue;
    throw new IntegrationError(
      `The ${name} given to Elements (${value}) differs from the PaymentIntent's (${String(intent[name])}). ${HINT}`,
    );
  }
}
