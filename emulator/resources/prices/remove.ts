import { invalidRequest, missingReference } from "../../core/errors";
import { remove } from "../../core/lookup";
import type { Answer } from "../../core/operation";
import { planOf } from "../../core/plan";
import type { Work } from "../../core/work";

/**
 * Deletes a price that nobody has bought, as Stripe's dashboard does; its API has no such operation. Emits
 * `price.deleted`. https://docs.stripe.com/products-prices/manage-prices#delete-price
 */
export function deleteUnusedPrice(work: Work, id: string): Answer {
  const price = work.store.get("price", id);
  if (price === undefined) throw missingReference("price", id, "id");
  const bought =
    work.store.rows("subscription_item", "price", id).size > 0 ||
    work.store.list("line_item").some(({ pricing }) => pricing?.price_details?.price === id);
  if (bought) throw invalidRequest("This price has been used; it can only be archived.");
  if (work.store.must("product", price.product).default_price === id) {
    throw invalidRequest("This price is its product's default; choose another default first.");
  }
  if (price.type === "recurring") work.emit("plan.deleted", planOf(price));
  work.emit("price.deleted", price);
  return remove(work, "price", id);
}
