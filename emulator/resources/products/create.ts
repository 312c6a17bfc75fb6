import { invalidRequest } from "../../core/errors";
import { operation } from "../../core/operation";
import { createPrice, emitPriceCreated } from "../prices/create-price";
import { mergeProduct } from "./fields";
import { newProduct } from "./new-product";

/** https://docs.stripe.com/api/products/create */
export const createProduct = operation("products.create", (call) => {
  const { params } = call;
  const id = params.id ?? call.newId("product");
  if (call.store.get("product", id) !== undefined) {
    throw invalidRequest("Product already exists.", { code: "resource_already_exists", param: "id" });
  }
  const product = call.store.put("product", mergeProduct(newProduct(call, id, params.name), params));
  const data = params.default_price_data;
  if (data === undefined) {
    call.emit("product.created", product);
    return product;
  }
  const price = createPrice(call, { ...data, product: id }, "default_price_data");
  const priced = call.store.put("product", { ...product, default_price: price.id });
  call.emit("product.created", priced);
  emitPriceCreated(call, price);
  return priced;
});
