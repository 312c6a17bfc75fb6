import type { Operation } from "./core/operation";
import { deleteCoupon, listCoupons, retrieveCoupon, updateCoupon } from "./resources/coupons/coupons";
import { createCoupon } from "./resources/coupons/create";
import { createPromotionCode } from "./resources/promotion-codes/create";
import {
  listPromotionCodes,
  retrievePromotionCode,
  updatePromotionCode,
} from "./resources/promotion-codes/promotion-codes";
import {
  createShippingRate,
  listShippingRates,
  retrieveShippingRate,
  updateShippingRate,
} from "./resources/shipping-rates/shipping-rates";
import { deleteCustomerDiscount, deleteSubscriptionDiscount } from "./resources/subscriptions/discount";
import { listTaxCodes, retrieveTaxCode } from "./resources/tax-codes/tax-codes";
import { createTaxRate, listTaxRates, retrieveTaxRate, updateTaxRate } from "./resources/tax-rates/tax-rates";

/** What changes a price: coupons, their codes, discounts, shipping and taxes. */
export const PRICING_OPERATIONS: readonly Operation[] = [
  createCoupon,
  createPromotionCode,
  createShippingRate,
  createTaxRate,
  deleteCoupon,
  deleteCustomerDiscount,
  deleteSubscriptionDiscount,
  listCoupons,
  listPromotionCodes,
  listShippingRates,
  listTaxCodes,
  listTaxRates,
  retrieveCoupon,
  retrievePromotionCode,
  retrieveShippingRate,
  retrieveTaxCode,
  retrieveTaxRate,
  updateCoupon,
  updatePromotionCode,
  updateShippingRate,
  updateTaxRate,
];
