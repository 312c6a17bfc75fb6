import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { type CardGiven, fingerprint } from "./card-payment-method";
import { cardOf } from "./issuer";

type Card = Held<"card">;

/** What may be said of a card's holder when it is made a token. */
export type Holder = {
  readonly address_city?: string;
  readonly address_country?: string;
  readonly address_line1?: string;
  readonly address_line2?: string;
  readonly address_state?: string;
  readonly address_zip?: string;
  readonly name?: string;
};

/** Puts a card as it was before there were payment methods into the store, and its number behind it. */
export function cardObject(work: Work, given: CardGiven, holder: Holder): Card {
  const { brand, country, funding } = cardOf(given.number);
  const id = work.newId("card");
  work.store.put("_card", { id, number: given.number, setUp: false, spent: false });
  const unchecked = (present: unknown) => (present ? "unchecked" : null);
  return work.store.put("card", {
    id,
    object: "card",
    address_city: holder.address_city ?? null,
    address_country: holder.address_country ?? null,
    address_line1: holder.address_line1 ?? null,
    address_line1_check: unchecked(holder.address_line1),
    address_line2: holder.address_line2 ?? null,
    address_state: holder.address_state ?? null,
    address_zip: holder.address_zip ?? null,
    address_zip_check: unchecked(holder.address_zip),
    brand: BRANDS[brand],
    country,
    cvc_check: unchecked(given.cvcGiven),
    dynamic_last4: null,
    exp_month: given.expMonth,
    exp_year: given.expYear,
    fingerprint: fingerprint(given.number),
    funding,
    last4: given.number.slice(-4),
    metadata: {},
    name: holder.name ?? null,
    networks: { preferred: null },
    regulated_status: "unregulated",
    tokenization_method: null,
  });
}

/** Cards of old spell their brands as people do. */
const BRANDS: Readonly<Record<ReturnType<typeof cardOf>["brand"], string>> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  mastercard: "MasterCard",
  unionpay: "UnionPay",
  visa: "Visa",
};
