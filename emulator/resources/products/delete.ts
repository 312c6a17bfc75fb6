import { invalidRequest } from "../../core/errors";
import { addressed, remove } from "../../core/lookup";
import { operation } from "../../core/operation";

/** Only a product without prices can go. https://docs.stripe.com/api/products/delete */
export const deleteProduct = operation("products.del", (call) => {
  const product = addressed(call, "product");
  if (call.store.rows("price", "product", product.id).size > 0) {
    throw invalidRequest("This product cannot be deleted because it has one or more user-created prices.");
  }
  for (const feature of call.store.list("product_feature", "product", product.id)) {
    call.store.delete("product_feature", feature.id);
  }
  call.emit("product.deleted", { ...product, active: false });
  return remove(call, "product", product.id);
});
