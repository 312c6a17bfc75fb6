import type { Operation } from "./core/operation";
import { deleteCoupon, listCoupons, retrieveCoupon, updateCoupon } from "./resources/coupons/coupons";
import { createCoupon } from "./resources/coupons/create";
import { createPromotionCode } from "./resources/promotion-codes/create";
import {
  listPromotionCodes,
  retrievePromotionCode,
  updatePromotionCode,
} from "./resources/promotion-codes/promotion-codes";
import { deleteCustomerDiscount, deleteSubscriptionDiscount } from "./resources/subscriptions/discount";
import { createTaxRate, listTaxRates, retrieveTaxRate, updateTaxRate } from "./resources/tax-rates/tax-rates";

/** What changes a price: coupons, their codes, discounts and taxes. */
export const PRICING_OPERATIONS: readonly Operation[] = [
  createCoupon,
  createPromotionCode,
  createTaxRate,
  deleteCoupon,
  deleteCustomerDiscount,
  deleteSubscriptionDiscount,
  listCoupons,
  listPromotionCodes,
  listTaxRates,
  retrieveCoupon,
  retrievePromotionCode,
  retrieveTaxRate,
  updateCoupon,
  updatePromotionCode,
  updateTaxRate,
];
