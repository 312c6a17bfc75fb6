import { customerOf } from "../../billing/customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam, missingReference } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { byCurrency, currencyOf } from "../currency";

type Params = ParamsOf<"promotionCodes.create">;

const MINTED_LENGTH = 8;

/** What a customer types to redeem a coupon. https://docs.stripe.com/api/promotion_codes/create */
export const createPromotionCode = operation("promotionCodes.create", (call) => {
  const { params } = call;
  refuseUnbuilt(params, ["customer_account"]);
  const coupon = couponOf(call, params.promotion.coupon);
  const code = params.code ?? call.random(MINTED_LENGTH).toUpperCase();
  if (params.active !== false) refuseTaken(call, code);
  const now = call.now();
  if (params.expires_at !== undefined && params.expires_at <= now) {
    throw invalidRequest("expires_at must be in the future", { param: "expires_at" });
  }
  const promotion = call.store.put("promotion_code", {
    id: call.newId("promotion_code"),
    object: "promotion_code",
    active: params.active ?? true,
    code,
    created: now,
    customer: params.customer === undefined ? null : customerOf(call, params.customer).id,
    customer_account: null,
    expires_at: params.expires_at ?? coupon.redeem_by,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata(null, params.metadata),
    promotion: { coupon: coupon.id, type: "coupon" },
    restrictions: restrictionsOf(params.restrictions),
    times_redeemed: 0,
  });
  if (promotion.expires_at !== null) {
    const { expires_at: at, id: subject } = promotion;
    call.schedule({ at, clock: null, name: "promotion_code.expire", subject });
  }
  call.emit("promotion_code.created", promotion);
  return promotion;
});

function couponOf(work: Work, id: string | undefined): Held<"coupon"> {
  if (id === undefined) throw missingParam("promotion[coupon]");
  const coupon = work.store.get("coupon", id);
  if (!coupon || work.store.get("_deleted", id)) throw missingReference("coupon", id, "promotion[coupon]");
  if (coupon.valid) return coupon;
  throw invalidRequest(`Coupon expired: ${id}`, { code: "coupon_expired", param: "promotion[coupon]" });
}

/** Among those that are active a code is there once, however it is written. */
export function refuseTaken(work: Work, code: string): void {
  const same = work.store.list("promotion_code", "code", code.toLowerCase());
  if (!same.some(({ active }) => active)) return;
  throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`, {
    code: "resource_already_exists",
    param: "code",
  });
}

function restrictionsOf(given: Params["restrictions"] = {}): Held<"promotion_code">["restrictions"] {
  const { minimum_amount: amount, minimum_amount_currency: currency } = given;
  if ((amount === undefined) !== (currency === undefined)) {
    throw missingParam(
      `restrictions[${amount === undefined ? "minimum_amount" : "minimum_amount_currency"}]`,
    );
  }
  return {
    ...(given.currency_options === undefined ? {} : { currency_options: optionsOf(given.currency_options) }),
    first_time_transaction: given.first_time_transaction ?? false,
    minimum_amount: amount ?? null,
    minimum_amount_currency:
      currency === undefined ? null : currencyOf(currency, "restrictions[minimum_amount_currency]"),
  };
}

/** The least that must be bought, by currency. */
export function optionsOf(
  given: Readonly<Record<string, { readonly minimum_amount?: number }>>,
): Record<string, { minimum_amount: number }> {
  return Object.fromEntries(
    Object.entries(byCurrency(given, "restrictions[currency_options]")).map(
      ([currency, { minimum_amount }]) => [currency, { minimum_amount: minimum_amount ?? 0 }],
    ),
  );
}
