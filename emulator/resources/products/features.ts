import { invalidRequest, notFound } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page } from "../../core/lists";
import { addressed, referenced, remove } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";

/** https://docs.stripe.com/api/product-feature/attach: subscriptions pick it up when their next period starts. */
export const createProductFeature = operation("products.createFeature", (call) => {
  const product = addressed(call, "product");
  const feature = referenced(
    call,
    "entitlements.feature",
    call.params.entitlement_feature,
    "entitlement_feature",
  );
  const held = call.store.list("product_feature", "product", product.id);
  if (held.some(({ entitlement_feature }) => entitlement_feature === feature.id)) {
    throw invalidRequest(`The feature ${feature.id} is already attached to the product ${product.id}.`, {
      code: "resource_already_exists",
      param: "entitlement_feature",
    });
  }
  return call.store.put("product_feature", {
    id: call.newId("product_feature"),
    object: "product_feature",
    entitlement_feature: feature.id,
    livemode: false,
    product: product.id,
  });
});

export const deleteProductFeature = operation("products.deleteFeature", (call) =>
  remove(call, "product_feature", featureOf(call).id),
);

export const retrieveProductFeature = operation("products.retrieveFeature", featureOf);

export const listProductFeatures = operation("products.listFeatures", (call) => {
  const product = addressed(call, "product");
  return page(call, {
    kind: "product_feature",
    url: `/v1/products/${product.id}/features`,
    by: ["product", product.id],
  });
});

function featureOf(call: Call<unknown>): Held<"product_feature"> {
  const feature = call.store.get("product_feature", call.id);
  if (feature !== undefined && feature.product === call.path.productId) return feature;
  throw notFound("product feature", call.id);
}
