import { invalidRequest } from "../../core/errors";
import { addressed, referenced } from "../../core/lookup";
import { operation } from "../../core/operation";
import { settled } from "../fields";
import { mergeProduct } from "./fields";

/** https://docs.stripe.com/api/products/update */
export const updateProduct = operation("products.update", (call) => {
  const product = addressed(call, "product");
  const before = call.snapshot(product);
  const { default_price } = call.params;
  if (default_price !== undefined && default_price !== "") {
    const price = referenced(call, "price", default_price, "default_price");
    if (price.product !== product.id) {
      const message = `The price ${price.id} does not belong to the product ${product.id}.`;
      throw invalidRequest(message, { param: "default_price" });
    }
  }
  const updated = call.store.put("product", {
    ...mergeProduct(product, call.params),
    default_price: settled(default_price, product.default_price ?? null),
    updated: call.now(),
  });
  call.emit("product.updated", updated, before);
  return updated;
});
