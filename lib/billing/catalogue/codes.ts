import type { CodeConfig } from "@/lib/billing/config";
import { stripe } from "@/lib/stripe/client";
import type { Change } from "./change";

/**
 * What is to be done so that a coupon has its promotion codes. A code that is there is left as it is: who withdraws one in
 * Stripe's dashboard means it.
 *
 * @param made whether the coupon is at Stripe already
 */
export async function codeChanges(
  coupon: string,
  wanted: readonly CodeConfig[],
  made: boolean,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const one of wanted) {
    const { data } = await stripe().promotionCodes.list({ code: one.code, limit: 100 });
    if (made && data.some(({ promotion }) => promotion.coupon === coupon)) continue;
    changes.push(
      data.some(({ active }) => active)
        ? { says: `code ${one.code} is another coupon's at Stripe: withdraw it there first`, make: null }
        : { says: `create code ${one.code} for coupon ${coupon}`, make: () => createCode(coupon, one) },
    );
  }
  return changes;
}

async function createCode(coupon: string, { code, firstPurchaseOnly, minimum }: CodeConfig): Promise<void> {
  await stripe().promotionCodes.create({
    promotion: { type: "coupon", coupon },
    code,
    restrictions: {
      first_time_transaction: firstPurchaseOnly ?? false,
      ...(minimum && { minimum_amount: minimum.amount, minimum_amount_currency: minimum.currency }),
    },
  });
}
