import { customerOf, refuseOtherCurrency } from "../../billing/customer";
import { readDiscounts } from "../../billing/discounts/given";
import { taxRatesOf } from "../../billing/tax/rates";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import type { Work } from "../../core/work";
import { createSetupIntent } from "../../payments/setup-intent";
import { BLANK_SESSION } from "./blank";
import { checkPrices, checkSession, type Mode, type Params } from "./check";
import { collected } from "./collected";
import { beginsWithTrial, countLines, sumsOf } from "./count-lines";
import { putLineItems, readLineItems } from "./line-items";
import { optionalItemsOf } from "./optional-items";
import { shippingOf, withShipping } from "./shipping";
import { checkTrialEnd, expiryOf } from "./times";

type Session = Held<"checkout.session">;

const SECRET_LENGTH = 40;

/** https://docs.stripe.com/api/checkout/sessions/create */
export const createCheckoutSession = operation("checkout.sessions.create", (call) => {
  const { params } = call;
  const { mode } = params;
  if (mode === undefined) throw missingParam("mode");
  checkSession(params, mode);
  const customer = params.customer === undefined ? null : customerOf(call, params.customer);
  const id = call.newId("checkout_session");
  const created = call.now();
  checkTrialEnd(params, created);
  const hosted = (params.ui_mode ?? "hosted_page") === "hosted_page";
  const session = call.store.put("checkout.session", {
    ...BLANK_SESSION,
    id,
    ...bought(call, id, params, mode, customer),
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: hosted ? null : `${id}_secret_${call.random(SECRET_LENGTH)}`,
    created,
    customer: customer?.id ?? null,
    customer_creation:
      customer || mode === "subscription" ? null : (params.customer_creation ?? "if_required"),
    customer_email: params.customer_email ?? null,
    expires_at: expiryOf(params.expires_at, created),
    locale: params.locale ?? null,
    metadata: mergeMetadata(null, params.metadata),
    mode,
    payment_method_collection:
      mode === "subscription" ? (params.payment_method_collection ?? "always") : null,
    payment_status: mode === "setup" ? "no_payment_required" : "unpaid",
    permissions: params.permissions
      ? { update_shipping_details: params.permissions.update_shipping_details ?? "client_only" }
      : null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    ...(hosted ? {} : { redirect_on_completion: params.redirect_on_completion ?? "always" }),
    ...(params.return_url === undefined ? {} : { return_url: params.return_url }),
    setup_intent: mode === "setup" ? setupFor(call, customer, params) : null,
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
    ui_mode: params.ui_mode ?? "hosted_page",
    url: hosted ? `${call.origin}/checkout/${id}` : null,
    ...collected(params),
    asked: {
      customer_update: params.customer_update ?? null,
      payment_intent_data: params.payment_intent_data ?? null,
      subscription_data: params.subscription_data ?? null,
    },
    attempt: { error: null, intent: null, pending: null },
  });
  call.schedule({ at: session.expires_at, clock: null, name: "checkout.expire", subject: id });
  return session;
});

type Bought = Pick<
  Session,
  | "amount_subtotal"
  | "amount_total"
  | "currency"
  | "discounts"
  | "line_items"
  | "optional_items"
  | "shipping_cost"
  | "shipping_options"
  | "total_details"
>;

/** The lines of a session, their sums, and the discount they are sold at. */
function bought(
  work: Work,
  id: string,
  params: Params,
  mode: Mode,
  customer: Held<"customer"> | null,
): Bought {
  if (mode === "setup") {
    const { amount_subtotal, amount_total, discounts, shipping_cost, total_details } = BLANK_SESSION;
    const currency = params.currency?.toLowerCase() ?? null;
    const nothing = { line_items: [], shipping_cost, shipping_options: [], total_details };
    return { amount_subtotal, amount_total, currency, discounts, ...nothing };
  }
  const rates = params.subscription_data?.default_tax_rates ?? [];
  const defaults = taxRatesOf(work, rates, "subscription_data[default_tax_rates]");
  const starts = readLineItems(work, params.line_items ?? [], defaults, params.currency?.toLowerCase());
  checkPrices(starts, mode);
  const currency = starts[0]?.price.currency ?? "usd";
  if (customer) refuseOtherCurrency(customer, currency);
  const discounts = discountsOf(work, params, currency, customer);
  const coupon = work.store.get("coupon", discounts[0]?.coupon ?? "") ?? null;
  const counted = countLines(work, starts, { coupon, trial: beginsWithTrial(params.subscription_data) });
  const items = putLineItems(work, id, starts, counted);
  const shipping = shippingOf(work, params.shipping_options, currency);
  return {
    ...withShipping(sumsOf(counted), shipping.shipping_cost),
    ...shipping,
    currency,
    discounts,
    line_items: items.map((item) => item.id),
    ...optionalItemsOf(work, params, starts, mode),
  };
}

/** The one discount a session may start with; it is redeemed when the session completes. */
function discountsOf(
  work: Work,
  { discounts: given = [] }: Params,
  currency: string,
  customer: Held<"customer"> | null,
): NonNullable<Session["discounts"]> {
  if (given.length > 1)
    throw invalidRequest("A session can have one discount at most.", { param: "discounts" });
  const purchase = { amount: Number.MAX_SAFE_INTEGER, currency, customer };
  return readDiscounts(work, given, purchase).flatMap((start) =>
    "kept" in start ? [] : [{ coupon: start.coupon.id, promotion_code: start.promotion }],
  );
}

function setupFor(
  work: Work,
  customer: Held<"customer"> | null,
  { setup_intent_data: data }: Params,
): string {
  return createSetupIntent(work, {
    customer: customer?.id ?? null,
    description: data?.description ?? null,
    metadata: mergeMetadata(null, data?.metadata),
  }).id;
}
