import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import { byCurrency, currencyOf } from "../currency";
import { giveUpId } from "./give-up-id";
import { nameOf } from "./name";

type Params = ParamsOf<"coupons.create">;

/** https://docs.stripe.com/api/coupons/create */
export const createCoupon = operation("coupons.create", (call) => {
  const { params } = call;
  const id = params.id ?? call.newId("coupon");
  const present = call.store.get("coupon", id);
  if (present && !call.store.get("_deleted", id)) {
    throw invalidRequest("Coupon already exists.", { code: "resource_already_exists", param: "id" });
  }
  const duration = params.duration ?? "once";
  const now = call.now();
  if (params.redeem_by !== undefined && params.redeem_by <= now) {
    throw invalidRequest("redeem_by must be in the future", { param: "redeem_by" });
  }
  for (const [index, product] of (params.applies_to?.products ?? []).entries()) {
    referenced(call, "product", product, `applies_to[products][${index}]`);
  }
  if (present) giveUpId(call, present);
  const coupon = call.store.put("coupon", {
    id,
    object: "coupon",
    ...amountsOf(params),
    ...(params.applies_to === undefined
      ? {}
      : { applies_to: { products: params.applies_to.products ?? [] } }),
    created: now,
    duration,
    duration_in_months: monthsOf(params, duration),
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata(null, params.metadata),
    name: nameOf(params.name) ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  });
  if (coupon.redeem_by !== null) {
    call.schedule({ at: coupon.redeem_by, clock: null, name: "coupon.expire", subject: id });
  }
  call.emit("coupon.created", coupon);
  return coupon;
});

type Amounts = Pick<Held<"coupon">, "amount_off" | "currency" | "currency_options" | "percent_off">;

/** A share or an amount: one of them, and an amount in some currency. */
function amountsOf({
  amount_off: amount,
  percent_off: percent,
  currency,
  currency_options,
}: Params): Amounts {
  if (amount !== undefined && percent !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: amount_off, percent_off.", {
      code: "parameters_exclusive",
    });
  }
  if (percent !== undefined) {
    if (percent <= 0 || percent > 100) {
      throw invalidRequest("Invalid percent_off: must be greater than 0 and at most 100", {
        param: "percent_off",
      });
    }
    return { amount_off: null, currency: null, percent_off: percent };
  }
  if (amount === undefined) {
    throw invalidRequest("You must pass either amount_off or percent_off.", { code: "parameter_missing" });
  }
  if (currency === undefined) throw missingParam("currency");
  const own = currencyOf(currency);
  const options = { ...byCurrency(currency_options), [own]: { amount_off: amount } };
  return { amount_off: amount, currency: own, currency_options: options, percent_off: null };
}

function monthsOf({ duration_in_months: months }: Params, duration: Params["duration"]): number | null {
  if (duration === "repeating") {
    if (months === undefined) throw missingParam("duration_in_months");
    return months;
  }
  if (months === undefined) return null;
  throw invalidRequest("You can only pass duration_in_months when duration is repeating.", {
    param: "duration_in_months",
  });
}
