import type { ParamsOf } from "../../core/operation";
import type { Phase } from "./phase";

type Named = Phase["discounts"];
type Given = ParamsOf<"subscriptions.update">["discounts"];

/** Discounts as a schedule keeps them: each names what it will be made from. */
export function namedDiscounts(given: Given): Named {
  return (given || []).map(({ coupon = null, discount = null, promotion_code = null }) => ({
    coupon,
    discount,
    promotion_code,
  }));
}

/** Discounts of a schedule as a request for a subscription gives them. */
export function givenDiscounts(named: Named): Exclude<NonNullable<Given>, ""> {
  return named.map(({ coupon, discount, promotion_code: code }) => ({
    ...(coupon === null ? {} : { coupon }),
    ...(discount === null ? {} : { discount }),
    ...(code === null ? {} : { promotion_code: code }),
  }));
}

/** Whether two lists name the same discounts: a phase that goes on then leaves them alone. */
export function sameDiscounts(one: Named, other: Named): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
