import { type ApiObject, isObject } from "../api";
import type { ElementsOptions } from "./elements-options";
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
  const asksCode = announced.paymentMethodOptions?.card?.require_cvc_recollection === true;
  if (asksCode !== asksCodeAgain(intent)) {
    throw new IntegrationError(
      `The require_cvc_recollection given to Elements (${asksCode}) differs from the PaymentIntent's (${!asksCode}). ${HINT}`,
    );
  }
  for (const [name, value] of Object.entries({ amount, currency })) {
    if (value === intent[name]) continue;
    throw new IntegrationError(
      `The ${name} given to Elements (${value}) differs from the PaymentIntent's (${String(intent[name])}). ${HINT}`,
    );
  }
}

function asksCodeAgain({ payment_method_options: options }: ApiObject): boolean {
  return isObject(options) && isObject(options.card) && options.card.require_cvc_recollection === true;
}
