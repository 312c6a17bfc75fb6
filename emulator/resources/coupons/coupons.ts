import { notFound } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { byCurrency } from "../currency";
import { nameOf } from "./name";

export const retrieveCoupon = operation("coupons.retrieve", addressedCoupon);

/** https://docs.stripe.com/api/coupons/list */
export const listCoupons = operation("coupons.list", (call) =>
  page(call, {
    kind: "coupon",
    url: "/v1/coupons",
    keep: ({ id, created }) =>
      within(created, call.params.created) && call.store.get("_deleted", id) === undefined,
  }),
);

/** What a coupon takes off can't change. https://docs.stripe.com/api/coupons/update */
export const updateCoupon = operation("coupons.update", (call) => {
  const coupon = addressedCoupon(call);
  const { currency_options: options, metadata, name } = call.params;
  const before = call.snapshot(coupon);
  const updated = call.store.update("coupon", coupon.id, {
    ...(options === undefined
      ? {}
      : { currency_options: { ...coupon.currency_options, ...byCurrency(options) } }),
    metadata: mergeMetadata(coupon.metadata, metadata),
    name: nameOf(name) ?? coupon.name,
  });
  call.emit("coupon.updated", updated, before);
  return updated;
});

/** Nobody can redeem it any more; discounts that were made of it go on. https://docs.stripe.com/api/coupons/delete */
export const deleteCoupon = operation("coupons.del", (call) => {
  const coupon = addressedCoupon(call);
  call.emit("coupon.deleted", coupon);
  for (const promotion of call.store.list("promotion_code", "coupon", coupon.id)) {
    call.store.update("promotion_code", promotion.id, { active: false });
  }
  call.store.put("_deleted", { id: coupon.id, object: "coupon" });
  return { id: coupon.id, object: "coupon", deleted: true };
});

/** What a deleted coupon took off is still known, but it answers to its id no more. */
function addressedCoupon(call: Call<unknown>): Held<"coupon"> {
  if (call.store.get("_deleted", call.id)?.object === "coupon") throw notFound("coupon", call.id);
  return addressed(call, "coupon");
}
