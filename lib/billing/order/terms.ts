import { createHash } from "node:crypto";
import type { TrialConfig } from "../config";
import { planOf } from "../plan/plan-of";
import type { PriceForSale } from "../queries/price";
import { type TrialStanding, trialStanding } from "../trials/trial-standing";
import { type CurrencyFault, currencyFor } from "./currency";
import type { Order } from "./order";
import { type CodeFault, type Promotion, promotionFor } from "./promotion";
import { type SeatsFault, seatsOf } from "./seats";

/** What exactly is sold. */
export type Terms = {
  price: PriceForSale;
  seats: number;
  /** For one seat and one interval, in minor units of `currency`; before discounts and taxes. */
  amount: number;
  currency: string;
  promotion: Promotion | null;
  /** The days before the first payment; null where there are none for this person. */
  trial: TrialConfig | null;
};

/** What of an order can't be had; the terms are then what can. */
type Faults = { seats?: SeatsFault; code?: CodeFault; currency?: CurrencyFault };

/** The Stripe customer that somebody is; null before their first purchase. */
type Buyer = { id: string; currency: string | null } | null;

export type Agreed = {
  terms: Terms;
  faults: Faults;
  /** They have had the trial that the plan begins with. */
  tried: boolean;
  /** The trial that they could have, were their address confirmed. */
  unconfirmed: TrialConfig | null;
};

/**
 * What somebody gets who orders this, by what the catalogue, the configuration and their past say at this moment. Asks Stripe
 * only where a code was typed.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error
 */
export async function termsOf(
  userId: string,
  price: PriceForSale,
  order: Order,
  buyer: Buyer,
): Promise<Agreed> {
  const plan = planOf(price.productId);
  const standing = plan?.trial ? await trialStanding(userId) : "open";
  const trialWhen = (wanted: TrialStanding) => (plan?.trial && standing === wanted ? plan.trial : null);
  const faults: Faults = {};
  const seated = seatsOf(order.seats, plan?.seats?.most);
  if ("fault" in seated) faults.seats = seated;
  const seats = "seats" in seated ? seated.seats : 1;
  const { currency, fault } = currencyFor(price, order.currency, buyer?.currency ?? null);
  if (fault) faults.currency = fault;
  const amount = price.amounts[currency] ?? price.amount;
  const buying = { customer: buyer?.id ?? null, product: price.productId, amount: amount * seats, currency };
  const promised = order.code ? await promotionFor(order.code, buying) : null;
  if (promised && "fault" in promised) faults.code = promised;
  const promotion = promised && "id" in promised ? promised : null;
  return {
    terms: { price, seats, amount, currency, promotion, trial: trialWhen("open") },
    faults,
    tried: standing === "tried",
    unconfirmed: trialWhen("unconfirmed"),
  };
}

/** A short name for terms, by which a purchase that was begun is known to be for the same. */
export function nameOfTerms({ price, seats, currency, promotion, trial }: Terms): string {
  const content = JSON.stringify([price.id, seats, currency, promotion?.id ?? null, trial?.days ?? 0]);
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}
