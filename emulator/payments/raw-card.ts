import { missingParam, StripeError } from "../core/errors";
import type { Call } from "../core/work";
import type { CardGiven } from "./card-payment-method";
import { cardOfToken } from "./card-token";
import { incorrectNumber } from "./cards/declines";
import { declinedCard } from "./decline-body";
import { isCardNumber } from "./luhn";

/** `card` of a new payment method, as it arrives. */
export type CardParams = {
  readonly number?: string;
  readonly exp_month?: number;
  readonly exp_year?: number;
  readonly cvc?: string;
  readonly token?: string;
};

/**
 * Reads a new payment method's card: a number with its date from a browser, or a token from anywhere.
 * Refuses, as Stripe does, a wrong number, a date past, and any number sent with a secret key.
 */
export function readCard(call: Call<unknown>, params: CardParams, param: string): CardGiven {
  if (params.token !== undefined) return cardOfToken(call, params.token, `${param}[token]`);
  if (params.number === undefined) throw missingParam(`${param}[number]`);
  if (!call.publishable) throw numberWithSecretKey();
  return typedCard(call, params.number.replace(/[ -]/g, ""), params, param);
}

function typedCard(call: Call<unknown>, number: string, params: CardParams, param: string): CardGiven {
  if (params.exp_month === undefined) throw missingParam(`${param}[exp_month]`);
  if (params.exp_year === undefined) throw missingParam(`${param}[exp_year]`);
  if (!isCardNumber(number)) throw declinedCard(incorrectNumber);
  const expMonth = params.exp_month;
  const expYear = params.exp_year < 100 ? 2000 + params.exp_year : params.exp_year;
  refuseDate(call.now(), expMonth, expYear);
  return { number, expMonth, expYear, cvcGiven: Boolean(params.cvc) };
}

/** Refuses a date of expiry that is past, out of reach or none. */
export function refuseDate(now: number, month: number, year: number): void {
  const today = new Date(now * 1000);
  const thisYear = today.getUTCFullYear();
  if (!(year >= thisYear && year <= thisYear + 50)) throw badDate("invalid_expiry_year", "year", "exp_year");
  const past = year === thisYear && month < today.getUTCMonth() + 1;
  if (!(month >= 1 && month <= 12) || past) throw badDate("invalid_expiry_month", "month", "exp_month");
}

function badDate(code: string, part: string, param: string): StripeError {
  const message = `Your card's expiration ${part} is invalid.`;
  return new StripeError(402, { code, message, param, type: "card_error" });
}

function numberWithSecretKey(): StripeError {
  const message =
    "Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing. To enable testing raw card data APIs, see https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis.";
  return new StripeError(402, { message, type: "invalid_request_error" });
}
