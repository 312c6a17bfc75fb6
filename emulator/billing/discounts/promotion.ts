import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";

type PromotionCode = Held<"promotion_code">;

/** Who redeems a code, and for how much. */
export interface Purchase {
  /** Null for somebody who isn't known yet. */
  readonly customer: Held<"customer"> | null;
  readonly currency: string;
  /** Minor units, before discounts and taxes. */
  readonly amount: number;
}

/** Refuses a promotion code whose conditions a purchase doesn't meet. https://docs.stripe.com/billing/subscriptions/coupons#promotion-codes */
export function refuseUnmet(
  work: Work,
  promotion: PromotionCode,
  { customer, currency, amount }: Purchase,
  param: string,
): void {
  const refuse = (because: string) => {
    throw invalidRequest(`This promotion code cannot be redeemed because ${because}`, { param });
  };
  if (isUsedUp(promotion)) refuse("it has been used the maximum number of times.");
  if (!promotion.active) refuse("it is not active.");
  if (promotion.customer !== null && promotion.customer !== customer?.id) {
    refuse("it is restricted to another customer.");
  }
  if (promotion.restrictions.first_time_transaction && customer && hasBought(work, customer.id)) {
    refuse("the associated customer has prior transactions.");
  }
  const minimum = minimumIn(promotion, currency);
  if (minimum !== null && amount < minimum) {
    refuse("the associated purchase does not meet the minimum amount requirement");
  }
}

/** Counts a redemption; a code that is used up becomes inactive. */
export function countPromotion(work: Work, id: string): void {
  const { times_redeemed } = work.store.must("promotion_code", id);
  const counted = work.store.update("promotion_code", id, { times_redeemed: times_redeemed + 1 });
  if (isUsedUp(counted)) work.store.update("promotion_code", id, { active: false });
}

/** A code's last day has come. */
export function expirePromotion(work: Work, { subject }: Job): void {
  const promotion = work.store.get("promotion_code", subject);
  if (promotion?.active) work.store.update("promotion_code", promotion.id, { active: false });
}

function isUsedUp({ max_redemptions: most, times_redeemed: times }: PromotionCode): boolean {
  return most !== null && times >= most;
}

function hasBought(work: Work, customer: string): boolean {
  return (
    work.store.list("charge", "customer", customer).some(({ status }) => status === "succeeded") ||
    work.store
      .list("invoice", "customer", customer)
      .some(({ status, total }) => status === "paid" && total > 0)
  );
}

function minimumIn({ restrictions }: PromotionCode, currency: string): number | null {
  if (restrictions.minimum_amount_currency === currency) return restrictions.minimum_amount;
  return restrictions.currency_options?.[currency]?.minimum_amount ?? null;
}
