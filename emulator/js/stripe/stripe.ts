import { Api } from "../api";
import { initCheckoutElementsSdk } from "./checkout-sdk";
import { type ConfirmOptions, confirmIntent, resultOf } from "./confirm";
import { type CardConfirmation, confirmCard } from "./confirm-card";
import { createConfirmationToken, createPaymentMethod } from "./create";
import { createToken } from "./create-token";
import { ElementsGroup, type ElementsOptions } from "./elements-group";
import { createEmbeddedCheckoutPage } from "./embedded-page";
import { IntegrationError, notImplemented } from "./errors";
import { type IntentKind, parseClientSecret } from "./intent";
import { handleNextAction, retrieveIntent } from "./next-action";
import { paymentRequest } from "./payment-request";

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
  if (!/^pk_/.test(key)) throw new IntegrationError("Please call Stripe() with your publishable key.");
  const api = new Api(origin, key);

  async function retrieve(kind: IntentKind, clientSecret: string) {
    return resultOf(kind, await retrieveIntent(api, parseClientSecret(clientSecret, kind)));
  }

  async function act(clientSecret: string) {
    const reference = parseClientSecret(clientSecret);
    const answer = await retrieveIntent(api, reference);
    return resultOf(
      reference.kind,
      answer.ok ? await handleNextAction(api, reference, answer.object) : answer,
    );
  }

  return {
    elements: (given: ElementsOptions = {}) => new ElementsGroup(api, given, options.locale ?? "auto"),
    confirmPayment: (given: ConfirmOptions) => confirmIntent(api, "payment", given),
    confirmSetup: (given: ConfirmOptions) => confirmIntent(api, "setup", given),
    handleNextAction: ({ clientSecret }: { clientSecret: string }) => act(clientSecret),
    handleCardAction: (clientSecret: string) => act(clientSecret),
    retrievePaymentIntent: (clientSecret: string) => retrieve("payment", clientSecret),
    retrieveSetupIntent: (clientSecret: string) => retrieve("setup", clientSecret),
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
    initCheckoutFormSdk: () => notImplemented("stripe.initCheckoutFormSdk()"),
    createEmbeddedCheckoutPage: (given: Parameters<typeof createEmbeddedCheckoutPage>[1]) =>
      createEmbeddedCheckoutPage(api, given),
    registerAppInfo: () => {},
    _registerWrapper: () => {},
  };
}
