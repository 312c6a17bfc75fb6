import { decimal, type Fraction, fraction, plus, times } from "./fraction";
import { roundHalfUp } from "./rounding";

/** One step of a tiered price; the last one has no `upTo`. Decimal strings in minor units. */
export type Tier = {
  readonly upTo: number | null;
  readonly unitAmountDecimal: string | null;
  readonly flatAmountDecimal: string | null;
};

/** `transform_quantity`: sold by the package, a package begun counting as a whole one or as none. */
type Transform = { readonly divideBy: number; readonly round: "up" | "down" };

/** What of a price decides an amount. */
export type Pricing =
  | { readonly scheme: "per_unit"; readonly unitAmountDecimal: string; readonly transform: Transform | null }
  | { readonly scheme: "tiered"; readonly mode: "graduated" | "volume"; readonly tiers: readonly Tier[] };

const nothing = fraction(0);

/** The exact price of `quantity` units in minor units. https://docs.stripe.com/products-prices/pricing-models */
export function exactAmount(pricing: Pricing, quantity: number): Fraction {
  if (pricing.scheme === "per_unit") {
    return times(decimal(pricing.unitAmountDecimal), fraction(packages(quantity, pricing.transform)));
  }
  return pricing.mode === "volume" ? volume(pricing.tiers, quantity) : graduated(pricing.tiers, quantity);
}

/** The price of `quantity` units in whole minor units. */
export function priceAmount(pricing: Pricing, quantity: number): number {
  return roundHalfUp(exactAmount(pricing, quantity));
}

function packages(quantity: number, transform: Transform | null): number {
  if (!transform) return quantity;
  const round = transform.round === "up" ? Math.ceil : Math.floor;
  return round(quantity / transform.divideBy);
}

/** All units at the price of the tier that the total falls into. */
function volume(tiers: readonly Tier[], quantity: number): Fraction {
  const tier = tiers.find(({ upTo }) => upTo === null || quantity <= upTo);
  return tier ? inTier(tier, quantity) : nothing;
}

/** Each unit at the price of the tier it falls into; the first tier's flat fee is due even for none. */
function graduated(tiers: readonly Tier[], quantity: number): Fraction {
  let total = nothing;
  let counted = 0;
  for (const [index, tier] of tiers.entries()) {
    if (index > 0 && counted >= quantity) break;
    const reach = Math.min(quantity, tier.upTo ?? quantity);
    total = plus(total, inTier(tier, reach - counted));
    counted = reach;
  }
  return total;
}

function inTier(tier: Tier, quantity: number): Fraction {
  const units = times(decimal(tier.unitAmountDecimal ?? "0"), fraction(quantity));
  return plus(units, decimal(tier.flatAmountDecimal ?? "0"));
}
