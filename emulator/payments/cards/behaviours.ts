import { authenticationRequired } from "./declines";
import type { CardBehaviour, Decline, Outcome } from "./types";

const succeeded: Outcome = { result: "succeeded" };
const challenged: Outcome = { result: "requires_action" };

function declined(decline: Decline): Outcome {
  return { result: "declined", decline };
}

/** Everything goes through. */
export const accepts: CardBehaviour = {
  attach: succeeded,
  setup: succeeded,
  chargeOnSession: succeeded,
  chargeOffSession: succeeded,
  chargeOffSessionAfterSetup: succeeded,
  afterChallenge: succeeded,
};

/** Can be saved, and fails each time it is charged: the card of a failing renewal. */
export function declinesCharges(decline: Decline): CardBehaviour {
  return {
    ...accepts,
    chargeOnSession: declined(decline),
    chargeOffSession: declined(decline),
    chargeOffSessionAfterSetup: declined(decline),
  };
}

/** Fails everywhere, so that it can't even be saved to a customer. */
export function declinesAlways(decline: Decline): CardBehaviour {
  return { ...declinesCharges(decline), attach: declined(decline), setup: declined(decline) };
}

/** Asks for 3-D Secure whenever the customer is there, and is refused when they are not. */
export const authenticatesAlways: CardBehaviour = {
  ...accepts,
  setup: challenged,
  chargeOnSession: challenged,
  chargeOffSession: declined(authenticationRequired),
  chargeOffSessionAfterSetup: declined(authenticationRequired),
};

/** Asks for 3-D Secure, and works off session once it has been set up with a passed challenge. */
export const authenticatesUnlessSetUp: CardBehaviour = {
  ...authenticatesAlways,
  chargeOffSessionAfterSetup: succeeded,
};

/** Set up already: never asks off session, still asks for a payment made by the customer. */
export const authenticatesOnSession: CardBehaviour = { ...accepts, chargeOnSession: challenged };

/** Asks for 3-D Secure and is declined even after it was passed. */
export function authenticatesThenDeclines(decline: Decline): CardBehaviour {
  return { ...authenticatesAlways, afterChallenge: declined(decline) };
}

/** As {@link authenticatesThenDeclines}, and declined for the same reason off session once set up. */
export function authenticatesThenDeclinesEverywhere(decline: Decline): CardBehaviour {
  return { ...authenticatesThenDeclines(decline), chargeOffSessionAfterSetup: declined(decline) };
}
