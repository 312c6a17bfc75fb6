import { createHash } from "node:crypto";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import type { TestCard } from "./cards/types";
import { cardOf } from "./issuer";

type PaymentMethod = Held<"payment_method">;
type BillingDetails = PaymentMethod["billing_details"];

export type CardGiven = {
  readonly number: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly cvcGiven: boolean;
};

export type PaymentMethodTraits = {
  readonly billingDetails?: BillingDetails;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly allowRedisplay?: NonNullable<PaymentMethod["allow_redisplay"]>;
};

export const noBillingDetails: BillingDetails = {
  address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
  email: null,
  name: null,
  phone: null,
  tax_id: null,
};

/** Puts a card payment method of nobody into the store, and the card behind it. No event: Stripe sends none. */
export function createCardPaymentMethod(
  work: Work,
  given: CardGiven,
  traits: PaymentMethodTraits = {},
): PaymentMethod {
  const id = work.newId("payment_method");
  const card = cardOf(given.number);
  const billingDetails = traits.billingDetails ?? noBillingDetails;
  work.store.put("_card", { id, number: given.number, setUp: false, spent: false });
  return work.store.put("payment_method", {
    id,
    object: "payment_method",
    allow_redisplay: traits.allowRedisplay ?? "unspecified",
    billing_details: billingDetails,
    card: {
      brand: card.brand,
      checks: checksBeforeUse(given, billingDetails),
      country: card.country,
      display_brand: card.brand === "amex" ? "american_express" : card.brand,
      exp_month: given.expMonth,
      exp_year: given.expYear,
      fingerprint: fingerprint(given.number),
      funding: card.funding,
      generated_from: null,
      last4: given.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: work.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: traits.metadata ?? {},
    type: "card",
  });
}

/** The same payment method after its issuer has been asked: what was unchecked has an answer. */
export function checkedByIssuer(method: PaymentMethod, card: TestCard): PaymentMethod {
  if (!method.card?.checks) return method;
  const { cvc_check, address_line1_check, address_postal_code_check } = method.card.checks;
  const checks = {
    address_line1_check: answered(address_line1_check, card.checks?.line1),
    address_postal_code_check: answered(address_postal_code_check, card.checks?.postalCode),
    cvc_check: answered(cvc_check, card.checks?.cvc),
  };
  return { ...method, card: { ...method.card, checks } };
}

function answered(check: string | null, answer: string | undefined): string | null {
  return check === "unchecked" ? (answer ?? "pass") : check;
}

function checksBeforeUse(given: CardGiven, { address }: BillingDetails) {
  const unchecked = (present: unknown) => (present ? "unchecked" : null);
  return {
    address_line1_check: unchecked(address?.line1),
    address_postal_code_check: unchecked(address?.postal_code),
    cvc_check: unchecked(given.cvcGiven),
  };
}

/** The same for the same number always, as Stripe's is. */
export function fingerprint(number: string): string {
  const digest = createHash("sha256").update(number).digest("base64");
  return digest.replace(/[^A-Za-z0-9]/g, "").slice(0, 16);
}
