import type { Held } from "../../core/kinds";

type Session = Held<"checkout.session">;

/** The discounts of a session as a request for what it becomes gives them. */
export function discountsGiven({ discounts }: Session) {
  return (discounts ?? []).map(({ coupon, promotion_code: promotion }) =>
    promotion ? { promotion_code: promotion } : { coupon: coupon ?? "" },
  );
}
