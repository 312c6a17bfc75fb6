import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { type Change, type Known, knownId } from "./change";
import { productId } from "./product-id";
import { amountsOf, describePrice, isSameAmount, termsOf, type WantedPrice } from "./wanted-price";

/**
 * What is to be done so that Stripe has a price, by its lookup key. An amount can't be changed at Stripe, so a new price
 * takes the key over and the old one is archived: whoever pays it goes on paying it, and nobody new does.
 * https://docs.stripe.com/products-prices/manage-prices#lookup-keys
 */
export async function priceChanges(wanted: WantedPrice, known: Known): Promise<Change[]> {
  const { data } = await stripe().prices.list({
    lookup_keys: [wanted.lookupKey],
    expand: ["data.currency_options", ...tiersOf(wanted)],
    limit: 1,
  });
  const [found] = data;
  const name = `price ${wanted.lookupKey}: ${describePrice(wanted)}`;
  if (!found) {
    return [{ says: `create ${name}`, make: () => createPrice(wanted, known) }];
  }
  if (!isSame(found, wanted, known)) {
    const make = async () => {
      await createPrice(wanted, known);
      await stripe().prices.update(found.id, { active: false });
    };
    return [{ says: `replace ${name}`, make }];
  }
  const lacking = amountsOf(wanted).filter(([currency]) => !toldIn(found, currency));
  if (found.active && lacking.length === 0) return [];
  const make = async () => {
    await stripe().prices.update(found.id, { active: true, currency_options: optionsOf(wanted, lacking) });
  };
  return [{ says: `${found.active ? "extend" : "restore"} ${name}`, make }];
}

async function createPrice(wanted: WantedPrice, { meters }: Known): Promise<void> {
  const { product, currency, interval, lookupKey, metered, amount } = wanted;
  const [, ...others] = amountsOf(wanted);
  const terms = termsOf(wanted, amount);
  await stripe().prices.create({
    product: productId(product),
    currency,
    ...terms,
    ...("tiers" in terms && { billing_scheme: "tiered", tiers_mode: "graduated" }),
    ...(others.length > 0 && { currency_options: optionsOf(wanted, others) }),
    ...(interval && {
      recurring: {
        interval,
        ...(metered && { usage_type: "metered", meter: knownId(meters, metered.meter) }),
      },
    }),
    lookup_key: lookupKey,
    transfer_lookup_key: true,
  });
}

/** Stripe shows tiers only when asked, for each currency by its name. */
function tiersOf(wanted: WantedPrice): string[] {
  if (!wanted.metered) return [];
  return amountsOf(wanted).map(([currency]) => `data.currency_options.${currency}.tiers`);
}

function optionsOf(wanted: WantedPrice, amounts: [string, number][]) {
  return Object.fromEntries(amounts.map(([currency, amount]) => [currency, termsOf(wanted, amount)]));
}

/** Whether it is the price that is wanted, further currencies aside that it hasn't yet. */
function isSame(price: Stripe.Price, wanted: WantedPrice, { meters }: Known): boolean {
  const { recurring } = price;
  const meter = wanted.metered ? meters.get(wanted.metered.meter) : null;
  return (
    price.product === productId(wanted.product) &&
    price.currency === wanted.currency &&
    (recurring?.interval ?? null) === (wanted.interval ?? null) &&
    (recurring?.interval_count ?? 1) === 1 &&
    (recurring?.meter ?? null) === meter &&
    amountsOf(wanted).every(([currency, amount]) => {
      const told = toldIn(price, currency);
      return !told || isSameAmount(told, wanted, amount);
    })
  );
}

function toldIn(price: Stripe.Price, currency: string): Stripe.Price.CurrencyOptions | undefined {
  return price.currency_options?.[currency];
}
