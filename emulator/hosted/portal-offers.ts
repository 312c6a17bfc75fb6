import { priceOfItem } from "../billing/price";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import type { Recurrence } from "./checkout-goods";

type Update = Held<"billing_portal.configuration">["features"]["subscription_update"];

/** A price that a subscription may be changed to. */
export interface PortalOffer extends Recurrence {
  readonly price: string;
  readonly name: string;
  readonly description: string | null;
  readonly unitAmount: number | null;
  readonly currency: string;
  readonly isPresent: boolean;
  /** Between which quantities its customer may choose; null where it stays as it is. */
  readonly quantity: { readonly minimum: number; readonly maximum: number } | null;
}

const MOST = 999;

/** What a portal lets its customer change a subscription's item to, its present price among it. */
export function offersFor(work: Work, update: Update, item: Held<"subscription_item">): PortalOffer[] {
  if (!update.enabled) return [];
  const { currency, id: present } = priceOfItem(work, item);
  const prices = update.default_allowed_updates.includes("price");
  const quantities = update.default_allowed_updates.includes("quantity");
  return (update.products ?? []).flatMap(({ adjustable_quantity: bounds, prices: ids, product }) => {
    const { name, description } = work.store.get("product", product) ?? { description: null, name: "" };
    const quantity =
      quantities && bounds.enabled ? { minimum: bounds.minimum, maximum: bounds.maximum ?? MOST } : null;
    return ids.flatMap((id) => {
      const price = work.store.get("price", id);
      const isPresent = id === present;
      if (!price?.recurring || price.currency !== currency) return [];
      if (!isPresent && !(prices && price.active)) return [];
      const { interval, interval_count } = price.recurring;
      const { unit_amount: unitAmount } = price;
      return [
        { price: id, name, description, unitAmount, currency, interval, interval_count, isPresent, quantity },
      ];
    });
  });
}
