import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { cardObject } from "./card-object";
import type { CardGiven } from "./card-payment-method";
import { cardByToken } from "./cards";

/**
 * The card a token stands for: one of Stripe's `tok_*`, or one that a browser made, which serves once. Throws
 * 400 for one that is nothing's or was used.
 */
export function cardOfToken(work: Work, id: string, param: string): CardGiven {
  const known = cardByToken(id);
  if (known) {
    const today = new Date(work.now() * 1000);
    return {
      number: known.number,
      expMonth: today.getUTCMonth() + 1,
      expYear: today.getUTCFullYear() + 1,
      cvcGiven: true,
    };
  }
  const token = work.store.get("token", id);
  const card = token?.card === undefined ? undefined : work.store.get("card", token.card);
  if (!token || !card) throw invalidRequest(`No such token: '${id}'`, { code: "resource_missing", param });
  if (token.used) {
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, {
      code: "token_already_used",
      param,
    });
  }
  work.store.update("token", id, { used: true });
  return {
    number: work.store.must("_card", card.id).number,
    expMonth: card.exp_month,
    expYear: card.exp_year,
    cvcGiven: card.cvc_check !== null,
  };
}

/** The card a token leaves with what it pays. */
export function sourceOf(work: Work, id: string, given: CardGiven): Held<"card"> {
  const card = work.store.get("token", id)?.card;
  return card === undefined ? cardObject(work, given, {}) : work.store.must("card", card);
}
