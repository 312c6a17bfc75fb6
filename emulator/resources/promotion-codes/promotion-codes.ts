import { isRedeemable } from "../../billing/discounts/coupon";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import type { Work } from "../../core/work";
import { optionsOf, refuseTaken } from "./create";

export const retrievePromotionCode = operation("promotionCodes.retrieve", (call) =>
  addressed(call, "promotion_code", "promotion_code"),
);

/** https://docs.stripe.com/api/promotion_codes/list */
export const listPromotionCodes = operation("promotionCodes.list", (call) => {
  const { active, code, coupon, created, customer } = call.params;
  return page(call, {
    kind: "promotion_code",
    url: "/v1/promotion_codes",
    by:
      code !== undefined
        ? ["code", code.toLowerCase()]
        : coupon !== undefined
          ? ["coupon", coupon]
          : undefined,
    keep: (promotion) =>
      within(promotion.created, created) &&
      (active === undefined || promotion.active === active) &&
      (coupon === undefined || promotion.promotion.coupon === coupon) &&
      (customer === undefined || promotion.customer === customer),
  });
});

/** https://docs.stripe.com/api/promotion_codes/update */
export const updatePromotionCode = operation("promotionCodes.update", (call) => {
  const promotion = addressed(call, "promotion_code", "promotion_code");
  const { active, metadata, restrictions } = call.params;
  if (active === true && !promotion.active) refuseRevival(call, promotion);
  const before = call.snapshot(promotion);
  const options = restrictions?.currency_options;
  const updated = call.store.update("promotion_code", promotion.id, {
    active: active ?? promotion.active,
    metadata: mergeMetadata(promotion.metadata, metadata),
    ...(options === undefined
      ? {}
      : {
          restrictions: {
            ...promotion.restrictions,
            currency_options: { ...promotion.restrictions.currency_options, ...optionsOf(options) },
          },
        }),
  });
  call.emit("promotion_code.updated", updated, before);
  return updated;
});

/** A code that is expired or used up, or whose coupon is no longer valid, stays inactive. */
function refuseRevival(work: Work, promotion: Held<"promotion_code">): void {
  const now = work.now();
  const coupon = work.store.must("coupon", promotion.promotion.coupon ?? "");
  const deleted = promotion.orphaned || work.store.get("_deleted", coupon.id) !== undefined;
  const over = promotion.expires_at !== null && promotion.expires_at <= now;
  const used = promotion.max_redemptions !== null && promotion.times_redeemed >= promotion.max_redemptions;
  if (over || used || deleted || !isRedeemable(coupon, now)) {
    throw invalidRequest("This promotion code can't be made active: it, or its coupon, is no longer valid.", {
      param: "active",
    });
  }
  refuseTaken(work, promotion.code);
}
