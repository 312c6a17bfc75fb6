import { invalidRequest } from "../../core/errors";
import type { Work } from "../../core/work";

/**
 * Frees a lookup key for a price: of another that has it, it is taken away when the request says so, else
 * refused. https://docs.stripe.com/products-prices/manage-prices#lookup-keys
 */
export function claimLookupKey(work: Work, key: string | undefined, transfer: boolean, owner?: string): void {
  if (key === undefined || key === "") return;
  const holder = work.store.list("price", "lookup_key", key).find((price) => price.id !== owner);
  if (holder === undefined) return;
  if (!transfer) {
    throw invalidRequest(`A price (\`${holder.id}\`) already uses that lookup key.`, {
      code: "resource_already_exists",
      param: "lookup_key",
    });
  }
  const before = work.snapshot(holder);
  work.emit("price.updated", work.store.update("price", holder.id, { lookup_key: null }), before);
}
