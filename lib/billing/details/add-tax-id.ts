import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { ensureCustomer } from "../ensure-customer";
import type { TaxIdType } from "./tax-id-types";

export type TaxIdAddition =
  /** It stands on the invoices from the next one on; added twice, it stands there once. */
  | { outcome: "tax_id_added" }
  /** No number of this kind is written so. */
  | { outcome: "tax_id_invalid" }
  /** Stripe keeps no more than five of a customer. */
  | { outcome: "tax_ids_full" };

/** https://docs.stripe.com/billing/customer/tax-ids */
const MOST = 5;

/**
 * Puts a tax number of the person's onto their invoices, from the next one on.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function addTaxId({
  userId,
  type,
  value,
}: {
  userId: string;
  type: TaxIdType;
  value: string;
}): Promise<TaxIdAddition> {
  const { id: customer } = await ensureCustomer(userId);
  const { data } = await stripe().customers.listTaxIds(customer, { limit: 100 });
  if (data.some((one) => one.type === type && bare(one.value) === bare(value))) {
    return { outcome: "tax_id_added" };
  }
  if (data.length >= MOST) return { outcome: "tax_ids_full" };
  try {
    await mirror(await observe(() => stripe().customers.createTaxId(customer, { type, value })));
    return { outcome: "tax_id_added" };
  } catch (error) {
    if (isInvalidNumber(error)) return { outcome: "tax_id_invalid" };
    throw error;
  }
}

/** What makes two numbers one, however they are spaced. */
function bare(value: string): string {
  return value.replace(/[\s.-]/g, "").toUpperCase();
}

function isInvalidNumber(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "tax_id_invalid";
}
