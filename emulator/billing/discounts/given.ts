import { invalidRequest, missingReference } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { isRedeemable, reductionOf } from "./coupon";
import { type Purchase, refuseUnmet } from "./promotion";

type Given = Exclude<NonNullable<ParamsOf<"subscriptions.update">["discounts"]>, "">[number];

/** A discount asked for: one that is there already, or a coupon, perhaps by one of its codes. */
export type DiscountStart =
  | { readonly kept: string }
  | { readonly coupon: Held<"coupon">; readonly promotion: string | null };

/** Reads a `discounts` parameter; refuses coupons that are no longer valid or have no amount in the currency, and codes whose conditions aren't met. */
export function readDiscounts(
  work: Work,
  given: readonly Given[],
  purchase: Purchase,
  param = "discounts",
): readonly DiscountStart[] {
  return given.map((one, index) => readDiscount(work, one, purchase, `${param}[${index}]`));
}

function readDiscount(work: Work, given: Given, purchase: Purchase, param: string): DiscountStart {
  const { coupon, discount, promotion_code: code } = given;
  const [name, ...more] = Object.keys(given).map((key) => `${param}[${key}]`);
  if (more.length > 0) {
    throw invalidRequest(`You may only specify one of these parameters: ${[name, ...more].join(", ")}.`, {
      code: "parameters_exclusive",
    });
  }
  if (discount !== undefined) {
    const at = `${param}[discount]`;
    const present = referenced(work, "discount", discount, at);
    if (present.customer !== (purchase.customer?.id ?? null))
      throw missingReference("discount", discount, at);
    return { kept: present.id };
  }
  if (code !== undefined) return redeemCode(work, code, purchase, `${param}[promotion_code]`);
  if (coupon !== undefined) {
    const at = `${param}[coupon]`;
    return {
      coupon: redeemable(work, referenced(work, "coupon", coupon, at), purchase, at),
      promotion: null,
    };
  }
  throw invalidRequest("A discount needs a coupon, a promotion code or a discount that is there already.", {
    param,
  });
}

function redeemCode(work: Work, id: string, purchase: Purchase, param: string): DiscountStart {
  const promotion = referenced(work, "promotion_code", id, param);
  refuseUnmet(work, promotion, purchase, param);
  const coupon = work.store.must("coupon", promotion.promotion.coupon ?? "");
  return { coupon: redeemable(work, coupon, purchase, param), promotion: promotion.id };
}

function redeemable(
  work: Work,
  coupon: Held<"coupon">,
  { customer, currency }: Purchase,
  param: string,
): Held<"coupon"> {
  if (work.store.get("_deleted", coupon.id)) throw missingReference("coupon", coupon.id, param);
  if (!isRedeemable(coupon, work.now(customer?.test_clock ?? null))) {
    throw invalidRequest(`Coupon expired: ${coupon.id}`, { code: "coupon_expired", param });
  }
  if (reductionOf(coupon, currency) !== null) return coupon;
  throw invalidRequest(
    `The coupon ${coupon.id} has no amount in ${currency}, the currency it is to be used with.`,
    { param },
  );
}
