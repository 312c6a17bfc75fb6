import type {
  StripeCheckoutContact,
  StripeCheckoutDiscountAmount,
  StripeCheckoutLineItem,
  StripeCheckoutSession,
  StripeCheckoutTaxIdInfo,
} from "@stripe/stripe-js";
import type { CheckoutLine } from "../../hosted/checkout-goods";
import type { CheckoutDiscount } from "../../hosted/checkout-terms";
import type { CheckoutView } from "../../hosted/checkout-view";
import { moneyIn } from "./checkout-money";
import { shippingOf } from "./checkout-shipping";

/** What the merchant's page has said of its customer, which the session learns only when it is confirmed. */
export interface Said {
  readonly billingAddress: StripeCheckoutContact | null;
  readonly businessName: string | null;
  readonly email: string | null;
  readonly individualName: string | null;
  readonly phoneNumber: string | null;
  readonly shippingAddress: StripeCheckoutContact | null;
  readonly taxIdInfo: StripeCheckoutTaxIdInfo | null;
}

/** How far the merchant's form is. */
export interface Progress {
  /** The card's form is filled in, or none is needed. */
  readonly card: boolean;
  readonly error: string | null;
}

const DAY = 86_400;

/** A session as `actions.getSession()` gives it. https://docs.stripe.com/js/custom_checkout/session_object */
export function sessionOf(view: CheckoutView, said: Said, { card, error }: Progress): StripeCheckoutSession {
  const { amount_due: due, amount_subtotal, currency, discount, lines, status } = view;
  const amount = moneyIn(currency);
  const taxes = splitTaxes(lines);
  const sending = shippingOf(view);
  const email = view.email ?? said.email;
  const asked = view.asks.address !== "required" || said.billingAddress !== null;
  return {
    billingAddress: said.billingAddress,
    businessName: said.businessName,
    nameCollection: null,
    canConfirm: status === "open" && email !== null && asked && (card || !view.needs_payment_method),
    currency,
    currencyOptions: null,
    discountAmounts: discount && [discountOf(discount, currency)],
    email,
    id: view.id,
    lastPaymentError: error === null ? null : { message: error },
    lineItems: lines.map((line) => lineOf(line, currency)),
    livemode: false,
    minorUnitsAmountDivisor: 10 ** digitsOf(currency),
    optionalItems: null,
    phoneNumber: said.phoneNumber,
    recurring: recurringOf(view),
    savedPaymentMethods: savedOf(view),
    shippingAddress: said.shippingAddress,
    ...sending,
    status: status === "complete" ? { type: status, paymentStatus: view.payment_status } : { type: status },
    surcharge: null,
    tax: { status: "ready" },
    taxAmounts: null,
    taxIdInfo: said.taxIdInfo,
    total: {
      appliedBalance: amount(0),
      balanceAppliedToNextInvoice: false,
      discount: amount(discount?.amount ?? 0),
      shippingRate: amount(sending.shipping?.shippingOption.minorUnitsAmount ?? 0),
      subtotal: amount(amount_subtotal),
      surcharge: amount(0),
      taxExclusive: amount(taxes.exclusive),
      taxInclusive: amount(taxes.inclusive),
      total: amount(due),
    },
  };
}

function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Taxes on top of the prices, and those that are in them. */
function splitTaxes(lines: readonly CheckoutLine[]): { exclusive: number; inclusive: number } {
  const exclusive = lines.reduce(
    (sum, line) => sum + line.amount_total - (line.amount_subtotal - line.amount_discount),
    0,
  );
  return { exclusive, inclusive: lines.reduce((sum, line) => sum + line.amount_tax, 0) - exclusive };
}

function discountOf(discount: CheckoutDiscount, currency: string): StripeCheckoutDiscountAmount {
  const { amount, code, duration, duration_in_months: months, name, percent_off } = discount;
  return {
    ...moneyIn(currency)(amount),
    displayName: name,
    percentOff: percent_off,
    promotionCode: code,
    recurring:
      duration === "once"
        ? null
        : duration === "forever"
          ? { type: "forever" }
          : { type: "repeating", durationInMonths: months ?? 1 },
  };
}

function lineOf(line: CheckoutLine, currency: string): StripeCheckoutLineItem {
  const amount = moneyIn(currency);
  const { adjustable, recurring } = line;
  const taxes = splitTaxes([line]);
  return {
    adjustableQuantity: adjustable,
    description: line.description,
    discount: amount(line.amount_discount),
    discountAmounts: null,
    id: line.id,
    images: [...line.images],
    isRemovable: adjustable?.minimum === 0,
    name: line.name,
    priceId: line.price,
    pricing: null,
    quantity: line.quantity ?? 0,
    recurring: recurring && {
      interval: recurring.interval,
      intervalCount: recurring.interval_count,
      usageType: line.metered ? "metered" : "licensed",
    },
    subtotal: amount(line.amount_subtotal),
    taxAmounts: null,
    taxExclusive: amount(taxes.exclusive),
    taxInclusive: amount(taxes.inclusive),
    total: amount(line.amount_total),
    transformQuantity: null,
    unitAmount: amount(line.unit_amount ?? 0),
    unitAmountDecimal: null,
    unitLabel: null,
  };
}

function recurringOf(view: CheckoutView): StripeCheckoutSession["recurring"] {
  const { currency, renewal, trial_days: days, trial_end: end } = view;
  if (!renewal) return null;
  const amount = moneyIn(currency);
  const now = Math.floor(Date.now() / 1000);
  return {
    dueNext: {
      billingCycleAnchor: null,
      discount: amount(0),
      subtotal: amount(renewal.amount),
      taxExclusive: amount(0),
      taxInclusive: amount(0),
      total: amount(renewal.amount),
    },
    interval: renewal.interval,
    intervalCount: renewal.interval_count,
    isProrated: false,
    trial:
      days === null && end === null
        ? null
        : {
            trialEnd: end ?? now + (days ?? 0) * DAY,
            trialPeriodDays: days ?? Math.ceil(((end ?? now) - now) / DAY),
          },
  };
}

function savedOf({
  saved_payment_methods: saved,
}: CheckoutView): StripeCheckoutSession["savedPaymentMethods"] {
  if (saved.length === 0) return null;
  return saved.map(({ id, brand, exp_month, exp_year, last4 }) => ({
    billingDetails: {},
    card: { brand, expMonth: exp_month, expYear: exp_year, last4 },
    id,
    type: "card",
  }));
}
