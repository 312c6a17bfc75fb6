import type Stripe from "stripe";
import type { PriceConfig } from "@/lib/billing/config";
import { stripe } from "@/lib/stripe/client";

/**
 * Makes sure of a price by its lookup key. An amount can't be changed at Stripe, so a new price takes the key over and
 * the old one is archived: whoever pays it goes on paying it, and nobody new does.
 * https://docs.stripe.com/products-prices/manage-prices#lookup-keys
 */
export async function setupPrice(product: string, wanted: PriceConfig): Promise<string[]> {
  const { data } = await stripe().prices.list({ lookup_keys: [wanted.lookupKey], limit: 1 });
  const found = data[0];
  if (!found) {
    await createPrice(product, wanted);
    return [`created price ${wanted.lookupKey}`];
  }
  if (!isSame(found, product, wanted)) {
    await createPrice(product, wanted);
    await stripe().prices.update(found.id, { active: false });
    return [`replaced price ${wanted.lookupKey}`];
  }
  if (found.active) return [];
  await stripe().prices.update(found.id, { active: true });
  return [`restored price ${wanted.lookupKey}`];
}

async function createPrice(product: string, { lookupKey, amount, currency, interval }: PriceConfig) {
  await stripe().prices.create({
    product,
    currency,
    unit_amount: amount,
    recurring: { interval },
    lookup_key: lookupKey,
    transfer_lookup_key: true,
  });
}

function isSame(price: Stripe.Price, product: string, wanted: PriceConfig): boolean {
  return (
    price.product === product &&
    price.unit_amount === wanted.amount &&
    price.currency === wanted.currency &&
    price.recurring?.interval === wanted.interval &&
    price.recurring.interval_count === 1
  );
}
