import { Api } from "../api";
import { initCheckoutElementsSdk } from "./checkout-sdk";
import { type ConfirmOptions, confirmIntent, resultOf } from "./confirm";
import { type CardConfirmation, confirmCard } from "./confirm-card";
import { createConfirmationToken, createPaymentMethod } from "./create";
import { createToken } from "./create-token";
import { ElementsGroup } from "./elements-group";
import { checkElementsOptions, type ElementsOptions } from "./elements-options";
import { createEmbeddedCheckoutPage } from "./embedded-page";
import { IntegrationError } from "./errors";
import { type IntentKind, parseClientSecret, secretOf } from "./intent";
import { handleNextAction, retrieveIntent } from "./next-action";
import { paymentRequest } from "./payment-request";
import { unbuilt } from "./unbuilt";

interface StripeOptions {
  locale?: string;
}

type CardGiven = [data?: CardConfirmation, options?: { handleActions?: boolean }];

/**
 * The object `Stripe(publishableKey)` gives: what of Stripe.js a page with Elements uses, with the same
 * names, arguments and results. What it leaves out it refuses by name.
 * @see https://docs.stripe.com/js
 */
export function createStripe(origin: string, key: string, options: StripeOptions = {}) {
  checkKey(key);
  const api = new Api(origin, key);

  async function retrieve(method: string, kind: IntentKind, clientSecret: string) {
    return resultOf(kind, await retrieveIntent(api, parseClientSecret(clientSecret, secretOf(method), kind)));
  }

  async function act(method: string, clientSecret: string | undefined, kind?: IntentKind) {
    const reference = parseClientSecret(clientSecret, secretOf(method), kind);
    const answer = await retrieveIntent(api, reference);
    return resultOf(
      reference.kind,
      answer.ok ? await handleNextAction(api, reference, answer.object) : answer,
    );
  }

  return {
    ...unbuilt,
    elements: (given: ElementsOptions = {}) => {
      checkElementsOptions(given);
      return new ElementsGroup(api, given, options.locale ?? "auto");
    },
    confirmPayment: (given: ConfirmOptions) => confirmIntent(api, "payment", given),
    confirmSetup: (given: ConfirmOptions) => confirmIntent(api, "setup", given),
    handleNextAction: ({ clientSecret }: { clientSecret?: string } = {}) =>
      act("handleNextAction", clientSecret),
    handleCardAction: (secret: string) => act("handleCardAction", secret, "payment"),
    retrievePaymentIntent: (secret: string) => retrieve("retrievePaymentIntent", "payment", secret),
    retrieveSetupIntent: (secret: string) => retrieve("retrieveSetupIntent", "setup", secret),
    confirmCardPayment: (secret: string, ...given: CardGiven) =>
      confirmCard(api, "payment", secret, ...given),
    confirmCardSetup: (secret: string, ...given: CardGiven) => confirmCard(api, "setup", secret, ...given),
    createPaymentMethod: (given: Parameters<typeof createPaymentMethod>[1]) =>
      createPaymentMethod(api, given),
    createConfirmationToken: (given: Parameters<typeof createConfirmationToken>[0]) =>
      createConfirmationToken(given),
    createToken,
    paymentRequest,
    initCheckoutElementsSdk: (given: Parameters<typeof initCheckoutElementsSdk>[1]) =>
      initCheckoutElementsSdk(api, given, options.locale ?? "auto"),
    createEmbeddedCheckoutPage: (given: Parameters<typeof createEmbeddedCheckoutPage>[1]) =>
      createEmbeddedCheckoutPage(api, given),
    registerAppInfo: () => {},
    _registerWrapper: () => {},
  };
}

function checkKey(key: unknown): void {
  if (typeof key === "string" && key.startsWith("pk_")) return;
  if (typeof key === "string" && /^[rs]k_/.test(key)) {
    throw new IntegrationError(
      "You should not use your secret key with Stripe.js. Please pass a publishable key instead.",
    );
  }
  const used = key === "" ? " You used an empty string." : "";
  throw new IntegrationError(`Please call Stripe() with your publishable key.${used}`);
}
