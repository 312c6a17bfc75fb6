import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import { byCurrency } from "../currency";

type Given = ParamsOf<"prices.create">;
type Tier = NonNullable<Held<"price">["tiers"]>[number];
type CurrencyOption = NonNullable<Held<"price">["currency_options"]>[string];

export interface Amount {
  readonly unit_amount: number | null;
  readonly unit_amount_decimal: string | null;
}

interface AmountGiven {
  readonly unit_amount?: number;
  readonly unit_amount_decimal?: string;
}

/** Both forms of an amount of minor units, of which a request gives at most one. */
export function amountOf(given: AmountGiven, prefix = ""): Amount {
  const { unit_amount: whole, unit_amount_decimal: decimal } = given;
  if (whole !== undefined && decimal !== undefined)
    throw exclusive(prefix, "unit_amount", "unit_amount_decimal");
  if (whole !== undefined) return { unit_amount: whole, unit_amount_decimal: String(whole) };
  if (decimal === undefined) return { unit_amount: null, unit_amount_decimal: null };
  if (decimal.startsWith("-")) {
    throw invalidRequest("This value must be greater than or equal to 0.", {
      param: named(prefix, "unit_amount_decimal"),
    });
  }
  const shortest = decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
  return {
    unit_amount: shortest.includes(".") ? null : Number(shortest),
    unit_amount_decimal: shortest,
  };
}

/** https://docs.stripe.com/products-prices/pricing-models#tiered-pricing */
export function tiersOf(given: NonNullable<Given["tiers"]>): Tier[] {
  const tiers = given.map((tier, index): Tier => {
    const prefix = `tiers[${index}]`;
    if (tier.flat_amount !== undefined && tier.flat_amount_decimal !== undefined) {
      throw exclusive(prefix, "flat_amount", "flat_amount_decimal");
    }
    const flat = amountOf({
      ...(tier.flat_amount === undefined ? {} : { unit_amount: tier.flat_amount }),
      ...(tier.flat_amount_decimal === undefined ? {} : { unit_amount_decimal: tier.flat_amount_decimal }),
    });
    return {
      flat_amount: flat.unit_amount,
      flat_amount_decimal: flat.unit_amount_decimal,
      ...amountOf(tier, prefix),
      up_to: tier.up_to === "inf" ? null : tier.up_to,
    };
  });
  checkOrder(tiers);
  return tiers;
}

function checkOrder(tiers: readonly Tier[]): void {
  for (const [index, { up_to: upTo }] of tiers.entries()) {
    const last = index === tiers.length - 1;
    if (last !== (upTo === null)) {
      throw invalidRequest("The last tier, and no other, must have `up_to` set to `inf`.", {
        param: "tiers",
      });
    }
    const previous = tiers[index - 1]?.up_to ?? 0;
    if (upTo !== null && upTo <= previous) {
      throw invalidRequest("Each tier's `up_to` must be greater than that of the tier before.", {
        param: "tiers",
      });
    }
  }
}

/** Prices in further currencies, and the price's own among them, as Stripe shows them. */
export function currencyOptionsOf(
  given: Given["currency_options"],
  own: string,
  price: Pick<
    Held<"price">,
    "custom_unit_amount" | "tax_behavior" | "tiers" | "unit_amount" | "unit_amount_decimal"
  >,
): Record<string, CurrencyOption> {
  const options = Object.entries(byCurrency(given)).map(([currency, option]): [string, CurrencyOption] => [
    currency,
    {
      custom_unit_amount: customAmountOf(option.custom_unit_amount),
      tax_behavior: option.tax_behavior ?? price.tax_behavior,
      ...(option.tiers === undefined ? {} : { tiers: tiersOf(option.tiers) }),
      ...amountOf(option, `currency_options[${currency}]`),
    },
  ]);
  const { custom_unit_amount, tax_behavior, tiers, unit_amount, unit_amount_decimal } = price;
  const mine = { custom_unit_amount, tax_behavior, unit_amount, unit_amount_decimal };
  return Object.fromEntries([[own, tiers === undefined ? mine : { ...mine, tiers }], ...options]);
}

/** How a price holds the limits within which people choose its amount; null where they don't. */
export function customAmountOf(given: Given["custom_unit_amount"]): Held<"price">["custom_unit_amount"] {
  if (given === undefined || !given.enabled) return null;
  return { maximum: given.maximum ?? null, minimum: given.minimum ?? null, preset: given.preset ?? null };
}

/** A parameter's name, where it stands in another. */
function named(prefix: string, name: string): string {
  return prefix === "" ? name : `${prefix}[${name}]`;
}

function exclusive(prefix: string, ...names: string[]): Error {
  const list = names.map((name) => named(prefix, name)).join(", ");
  return invalidRequest(`You may only specify one of these parameters: ${list}.`, {
    code: "parameters_exclusive",
  });
}
