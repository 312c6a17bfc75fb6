import { derived, mirrorTable } from "./mirror-table";

export const products = mirrorTable("products", {
  name: derived.text("name"),
  active: derived.boolean("active"),
  defaultPrice: derived.text("default_price"),
  created: derived.time("created"),
});

export const prices = mirrorTable(
  "prices",
  {
    product: derived.text("product"),
    active: derived.boolean("active"),
    lookupKey: derived.text("lookup_key"),
    currency: derived.text("currency"),
    /** Minor units; null where the amount has decimals or depends on the quantity. */
    unitAmount: derived.integer("unit_amount"),
    type: derived.text("type"),
    interval: derived.text("recurring.interval"),
    intervalCount: derived.integer("recurring.interval_count"),
    usageType: derived.text("recurring.usage_type"),
    created: derived.time("created"),
  },
  ["product", "lookupKey"],
);

export const coupons = mirrorTable("coupons", {
  name: derived.text("name"),
  valid: derived.boolean("valid"),
  duration: derived.text("duration"),
  created: derived.time("created"),
});

export const promotionCodes = mirrorTable(
  "promotion_codes",
  {
    code: derived.text("code"),
    coupon: derived.text("promotion.coupon"),
    customer: derived.text("customer"),
    active: derived.boolean("active"),
    created: derived.time("created"),
  },
  ["code"],
);

export const taxRates = mirrorTable("tax_rates", {
  displayName: derived.text("display_name"),
  active: derived.boolean("active"),
  inclusive: derived.boolean("inclusive"),
});

export const meters = mirrorTable("meters", {
  eventName: derived.text("event_name"),
  status: derived.text("status"),
});
