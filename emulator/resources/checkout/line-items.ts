import { activePriceOf, inCurrency } from "../../billing/price";
import { taxRatesOf } from "../../billing/tax/rates";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { refuseLess } from "../../core/least-values";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { createPrice } from "../prices/create-price";
import { newProduct } from "../products/new-product";
import type { Countable, Counted } from "./count-lines";

export type ItemGiven = NonNullable<ParamsOf<"checkout.sessions.create">["line_items"]>[number];
type Item = Held<"item">;

/** What a line is to be, before the session's discount and taxes are counted. */
export interface ItemStart extends Countable {
  readonly adjustable: Item["adjustable_quantity"];
  /** The line it was before; null for a new one. */
  readonly id: string | null;
  readonly metadata: Item["metadata"];
}

/** Reads what is to be bought; a price made for the session alone is put into the store, archived. */
export function readLineItems(
  work: Work,
  given: readonly ItemGiven[],
  defaults: readonly string[],
  currency: string | undefined,
): ItemStart[] {
  return given.map((line, index) => readLineItem(work, line, `line_items[${index}]`, defaults, currency));
}

/** Reads one line; `at` is the name of its parameter. */
export function readLineItem(
  work: Work,
  line: ItemGiven,
  at: string,
  defaults: readonly string[],
  currency: string | undefined,
): ItemStart {
  const quantity = line.quantity ?? (line.adjustable_quantity?.enabled ? 1 : undefined);
  const price = inCurrency(priceOf(work, line, at), currency, at);
  if (quantity === undefined && price.recurring?.usage_type !== "metered") {
    throw missingParam(`${at}[quantity]`);
  }
  refuseLess(quantity ?? 1, 1, `${at}[quantity]`);
  const own = taxRatesOf(work, line.tax_rates ?? [], `${at}[tax_rates]`);
  return {
    adjustable: adjustableOf(line),
    id: null,
    metadata: mergeMetadata(null, line.metadata),
    price,
    quantity: quantity ?? 0,
    taxRates: own.length > 0 ? own : defaults,
  };
}

/** Whether, and within which bounds, its customer may choose how many. */
export function adjustableOf({
  adjustable_quantity: given,
}: Pick<ItemGiven, "adjustable_quantity">): ItemStart["adjustable"] {
  if (!given) return null;
  return { enabled: given.enabled, maximum: given.maximum ?? null, minimum: given.minimum ?? null };
}

/** The price that is named, or one made for this line alone. */
export function priceOf(
  work: Work,
  { price, price_data: data }: { [Name in "price" | "price_data"]?: ItemGiven[Name] | undefined },
  at: string,
): Held<"price"> {
  if (price !== undefined && data !== undefined) {
    throw invalidRequest(`You may only specify one of these parameters: ${at}[price], ${at}[price_data].`, {
      code: "parameters_exclusive",
    });
  }
  if (price !== undefined) return activePriceOf(work, price, `${at}[price]`);
  if (data === undefined) throw missingParam(`${at}[price]`);
  const product =
    data.product ??
    work.store.put("product", {
      ...newProduct(work, work.newId("product"), nameOf(data.product_data, at)),
      active: false,
      description: data.product_data?.description ?? null,
      images: data.product_data?.images ?? [],
      metadata: mergeMetadata(null, data.product_data?.metadata),
    }).id;
  const { product_data: _product, ...rest } = data;
  return createPrice(work, { ...rest, active: false, product }, `${at}[price_data]`);
}

function nameOf(data: { readonly name: string } | undefined, at: string): string {
  if (data === undefined) throw missingParam(`${at}[price_data][product]`);
  return data.name;
}

/** Puts a session's lines into the store, each with what it comes to. */
export function putLineItems(
  work: Work,
  session: string,
  starts: readonly ItemStart[],
  counted: readonly Counted[],
): Item[] {
  return starts.flatMap((start, index) => {
    const amounts = counted[index];
    return amounts === undefined ? [] : [putItem(work, session, start, amounts)];
  });
}

function putItem(work: Work, session: string, start: ItemStart, amounts: Counted): Item {
  const { adjustable, metadata, price, quantity, taxRates } = start;
  const product = work.store.get("product", price.product);
  return work.store.put("item", {
    id: start.id ?? work.newId("checkout_item"),
    object: "item",
    adjustable_quantity: adjustable,
    ...amounts,
    currency: price.currency,
    description: product?.name ?? null,
    metadata,
    price: price.id,
    quantity,
    session,
    tax_rates: taxRates,
  });
}
