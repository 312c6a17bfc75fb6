import { rejects } from "node:assert/strict";
import { customerWith, letPass, openShop } from "../../support/shop";
import type { Guide } from "../tour";

const MONTHS = 64 * 86_400;

/** Coupons, their codes, the discounts made of them, and taxes. */
export async function pricing({ stripe, emulator, account }: Guide): Promise<void> {
  const { monthly, product } = await openShop(emulator, account);
  const coupon = await stripe.coupons.create({
    applies_to: { products: [product.id] },
    duration: "repeating",
    duration_in_months: 2,
    percent_off: 20,
  });
  await stripe.coupons.update(coupon.id, { name: "Spring" });
  await stripe.coupons.retrieve(coupon.id, { expand: ["applies_to", "currency_options"] });
  await stripe.coupons.list();
  const code = await stripe.promotionCodes.create({ promotion: { coupon: coupon.id, type: "coupon" } });
  await stripe.promotionCodes.update(code.id, { metadata: { from: "spring" } });
  await stripe.promotionCodes.retrieve(code.id, { expand: ["promotion.coupon"] });
  await stripe.promotionCodes.list({ code: code.code });

  const rate = await stripe.taxRates.create({ display_name: "VAT", inclusive: false, percentage: 25 });
  await stripe.taxRates.update(rate.id, { description: "Value added" });
  await stripe.taxRates.retrieve(rate.id);
  await stripe.taxRates.list();

  const customer = await customerWith(stripe, "pm_card_visa");
  const buy = () =>
    stripe.subscriptions.create({
      customer: customer.id,
      default_tax_rates: [rate.id],
      discounts: [{ promotion_code: code.id }],
      expand: ["latest_invoice.discounts.source.coupon", "discounts"],
      items: [{ price: monthly.id, tax_rates: [rate.id] }],
    });
  const subscription = await buy();
  await buy();
  await stripe.subscriptions.deleteDiscount(subscription.id);
  await letPass(emulator, account, MONTHS);
  await rejects(stripe.customers.deleteDiscount(customer.id), { code: "resource_missing" });
  await stripe.coupons.del(coupon.id);
}
