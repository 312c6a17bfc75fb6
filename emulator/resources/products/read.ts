import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveProduct = operation("products.retrieve", (call) => addressed(call, "product"));

/** https://docs.stripe.com/api/products/list */
export const listProducts = operation("products.list", (call) => {
  const { active, created, ids, shippable, type, url } = call.params;
  return page(call, {
    kind: "product",
    url: "/v1/products",
    keep: (product) =>
      within(product.created, created) &&
      (active === undefined || product.active === active) &&
      (ids === undefined || ids.includes(product.id)) &&
      (shippable === undefined || product.shippable === shippable) &&
      (type === undefined || product.type === type) &&
      (url === undefined || product.url === url),
  });
});
