import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { type BuyerQuestions, knownEmail, questionsOf } from "../resources/checkout/buyer";
import { countLines, sumsOf } from "../resources/checkout/count-lines";
import { dueOf, needsMethod, savedMethods } from "../resources/checkout/payment";
import { boundsOf, linesOf, priceOfLine } from "../resources/checkout/recount";

type Session = Held<"checkout.session">;

/** A Checkout Session as its page shows it. Amounts are in minor units, times Unix seconds. */
export interface CheckoutView {
  readonly object: "payment_page";
  readonly id: string;
  readonly mode: NonNullable<Session["mode"]>;
  /** Whether it is a page of its own, a frame in the merchant's, or elements there. */
  readonly ui_mode: NonNullable<Session["ui_mode"]>;
  readonly status: NonNullable<Session["status"]>;
  readonly payment_status: Session["payment_status"];
  readonly seller: string;
  readonly currency: string;
  readonly amount_due: number;
  readonly amount_subtotal: number;
  readonly amount_tax: number;
  readonly lines: readonly CheckoutLine[];
  readonly discount: CheckoutDiscount | null;
  readonly allow_promotion_codes: boolean;
  /** What is paid again and again, once there is no trial any more; null where nothing recurs. */
  readonly renewal: ({ readonly amount: number } & Recurrence) | null;
  readonly trial_days: number | null;
  readonly trial_end: number | null;
  readonly email: string | null;
  readonly asks: BuyerQuestions;
  readonly custom_fields: Session["custom_fields"];
  /** The merchant's own words, by their place on the page. */
  readonly custom_text: Session["custom_text"];
  /** The ways what is bought can be sent; none where nothing is to choose. */
  readonly shipping_options: readonly ShippingChoice[];
  readonly needs_payment_method: boolean;
  readonly saved_payment_methods: readonly SavedMethod[];
  readonly submit_type: Session["submit_type"];
  readonly cancel_url: string | null;
  /** Where its customer goes when it is complete; null where nothing but the page tells of it. */
  readonly completion_url: string | null;
  readonly client_reference_id: string | null;
  /** The 3-D Secure challenge it waits for. */
  readonly challenge: string | null;
  readonly error: string | null;
}

export interface Recurrence {
  readonly interval: "day" | "month" | "week" | "year";
  readonly interval_count: number;
}

/** A way of sending what is bought, amount in minor units. */
interface ShippingChoice {
  readonly delivery_estimate: Held<"shipping_rate">["delivery_estimate"];
  readonly id: string;
  readonly name: string;
  readonly amount: number;
  readonly chosen: boolean;
}

/** What was taken off, and the code that did it. */
export interface CheckoutDiscount {
  readonly name: string;
  readonly code: string | null;
  readonly amount: number;
  readonly percent_off: number | null;
  readonly duration: "forever" | "once" | "repeating";
  readonly duration_in_months: number | null;
}

export interface CheckoutLine {
  readonly id: string;
  readonly price: string;
  readonly name: string;
  readonly description: string | null;
  readonly images: readonly string[];
  readonly quantity: number | null;
  readonly adjustable: { readonly minimum: number; readonly maximum: number } | null;
  readonly unit_amount: number | null;
  readonly metered: boolean;
  readonly recurring: Recurrence | null;
  readonly amount_subtotal: number;
  readonly amount_discount: number;
  readonly amount_tax: number;
  readonly amount_total: number;
}

interface SavedMethod {
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly exp_month: number;
  readonly exp_year: number;
}

/** What a session's page says and asks, whoever draws it. */
export function checkoutView(work: Work, session: Session): CheckoutView {
  const lines = linesOf(work, session).map((item) => lineOf(work, item));
  const { trial_end: end, trial_period_days: days } = session.asked.subscription_data ?? {};
  return {
    object: "payment_page",
    id: session.id,
    mode: session.mode,
    ui_mode: session.ui_mode ?? "hosted_page",
    status: session.status ?? "open",
    payment_status: session.payment_status,
    seller: "Gatehouse",
    currency: session.currency ?? "usd",
    amount_due: dueOf(session),
    amount_subtotal: session.amount_subtotal ?? 0,
    amount_tax: session.total_details?.amount_tax ?? 0,
    lines,
    discount: discountOf(work, session),
    allow_promotion_codes: session.allow_promotion_codes === true,
    renewal: renewalOf(work, session),
    trial_days: days ?? null,
    trial_end: end ?? null,
    email: knownEmail(work, session),
    asks: questionsOf(work, session),
    custom_fields: session.custom_fields,
    custom_text: session.custom_text,
    shipping_options: shippingOf(work, session),
    needs_payment_method: needsMethod(session),
    saved_payment_methods: savedMethods(work, session).flatMap(({ id, card }) =>
      card
        ? [{ id, brand: card.brand, last4: card.last4, exp_month: card.exp_month, exp_year: card.exp_year }]
        : [],
    ),
    submit_type: session.submit_type,
    cancel_url: session.cancel_url,
    completion_url: completionUrl(session),
    client_reference_id: session.client_reference_id,
    challenge: session.attempt.pending?.challenge ?? null,
    error: session.attempt.error,
  };
}

function shippingOf(
  work: Work,
  { shipping_cost: cost, shipping_options: options }: Session,
): ShippingChoice[] {
  return options.map(({ shipping_amount: amount, shipping_rate: id }) => {
    const rate = work.store.get("shipping_rate", id);
    return {
      delivery_estimate: rate?.delivery_estimate ?? null,
      id,
      name: rate?.display_name ?? "Shipping",
      amount,
      chosen: cost?.shipping_rate === id,
    };
  });
}

/** https://docs.stripe.com/payments/checkout/custom-success-page */
function completionUrl(session: Session): string | null {
  // Cards never send their holder away, so that what is only to be done if required never is.
  if (session.ui_mode === "embedded_page" && session.redirect_on_completion !== "always") return null;
  const url = session.success_url ?? session.return_url;
  return url?.replaceAll("{CHECKOUT_SESSION_ID}", session.id) ?? null;
}

/** What the first renewal costs: what recurs, with a discount that never ends. */
function renewalOf(work: Work, session: Session): CheckoutView["renewal"] {
  const lines = linesOf(work, session).flatMap((item) => {
    const price = priceOfLine(work, item);
    return price.recurring ? [{ price, quantity: item.quantity ?? 0, taxRates: item.tax_rates }] : [];
  });
  const recurring = lines[0]?.price.recurring;
  if (!recurring) return null;
  const coupon = work.store.get("coupon", session.discounts?.[0]?.coupon ?? "");
  const lasting = coupon?.duration === "forever" ? coupon : null;
  const { amount_total: amount } = sumsOf(countLines(work, lines, { coupon: lasting, trial: false }));
  return { amount: amount ?? 0, interval: recurring.interval, interval_count: recurring.interval_count };
}

function lineOf(work: Work, item: Held<"item">): CheckoutLine {
  const price = priceOfLine(work, item);
  const product = work.store.get("product", price.product);
  const { enabled, minimum, maximum } = boundsOf(item);
  const { recurring } = price;
  const metered = recurring?.usage_type === "metered";
  return {
    id: item.id,
    price: price.id,
    name: item.description ?? "",
    description: product?.description ?? null,
    images: product?.images ?? [],
    quantity: metered ? null : item.quantity,
    adjustable: enabled ? { minimum, maximum } : null,
    unit_amount: price.unit_amount,
    metered,
    recurring: recurring && { interval: recurring.interval, interval_count: recurring.interval_count },
    amount_subtotal: item.amount_subtotal,
    amount_discount: item.amount_discount,
    amount_tax: item.amount_tax,
    amount_total: item.amount_total,
  };
}

function discountOf(work: Work, session: Session): CheckoutView["discount"] {
  const [discount] = session.discounts ?? [];
  const coupon = work.store.get("coupon", discount?.coupon ?? "");
  if (!coupon) return null;
  const code = work.store.get("promotion_code", discount?.promotion_code ?? "")?.code ?? null;
  const amount = session.total_details?.amount_discount ?? 0;
  const { duration, duration_in_months, percent_off } = coupon;
  const name = coupon.name ?? code ?? "Discount";
  return { name, code, amount, duration, duration_in_months, percent_off };
}
