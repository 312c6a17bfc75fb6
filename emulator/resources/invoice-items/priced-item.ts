import { activePriceOf } from "../../billing/price";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { createPrice } from "../prices/create-price";
import { newProduct } from "../products/new-product";

type Params = ParamsOf<"invoiceItems.create">;

interface Priced {
  readonly price: Held<"price">;
  readonly quantity: number;
}

const WAYS = ["amount", "price_data", "pricing", "unit_amount_decimal"] as const;

/**
 * What an item costs: a price that is there, or one made for this item alone, of a product that is there or, where only
 * an amount is given, of one of its own. `currency` is what such an amount is in unless the request says otherwise.
 */
export function pricedItem(work: Work, params: Params, currency: string): Priced {
  const { amount, price_data: data, pricing, quantity = 1, unit_amount_decimal: unit } = params;
  const given = WAYS.filter((name) => params[name] !== undefined);
  if (given.length > 1) {
    throw invalidRequest(`You may only specify one of these parameters: ${given.join(", ")}.`, {
      code: "parameters_exclusive",
    });
  }
  if (pricing?.price !== undefined) {
    return { price: activePriceOf(work, pricing.price, "pricing[price]"), quantity };
  }
  if (data !== undefined) {
    referenced(work, "product", data.product, "price_data[product]");
    return { price: createPrice(work, { ...data, active: false }, "price_data"), quantity };
  }
  if (unit !== undefined) return { price: ownPrice(work, params, currency, unit), quantity };
  if (amount === undefined) throw missingParam("amount");
  return { price: ownPrice(work, params, currency, String(amount)), quantity: 1 };
}

function ownPrice(work: Work, params: Params, currency: string, unit: string): Held<"price"> {
  const name = params.description ?? "Invoice item";
  const product = { ...newProduct(work, work.newId("product"), name), active: false };
  work.store.put("product", product);
  const price = createPrice(work, {
    active: false,
    currency: params.currency ?? currency,
    product: product.id,
    unit_amount_decimal: unit.replace("-", ""),
  });
  return unit.startsWith("-") ? credit(work, price) : price;
}

/** Nothing is sold for less than nothing, but an item may give back: the price made for it then says so. */
function credit(work: Work, { id, unit_amount: whole, unit_amount_decimal: unit }: Held<"price">) {
  return work.store.update("price", id, {
    unit_amount: whole === null ? null : -whole,
    unit_amount_decimal: `-${unit}`,
  });
}
