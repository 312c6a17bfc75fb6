import { invalidRequest } from "../../core/errors";
import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";

const MAX_LOOKUP_KEY = 80;

/** https://docs.stripe.com/api/entitlements/feature/create */
export const createFeature = operation("entitlements.features.create", (call) => {
  const { lookup_key, metadata, name } = call.params;
  if (lookup_key.length > MAX_LOOKUP_KEY) {
    throw invalidRequest(`A lookup key can have at most ${MAX_LOOKUP_KEY} characters.`, {
      param: "lookup_key",
    });
  }
  if (call.store.rows("entitlements.feature", "lookup_key", lookup_key).size > 0) {
    throw invalidRequest(`A feature with the lookup key ${lookup_key} already exists.`, {
      code: "resource_already_exists",
      param: "lookup_key",
    });
  }
  return call.store.put("entitlements.feature", {
    id: call.newId("feature"),
    object: "entitlements.feature",
    active: true,
    livemode: false,
    lookup_key,
    metadata: mergeMetadata(null, metadata),
    name,
  });
});

/** https://docs.stripe.com/api/entitlements/feature/update */
export const updateFeature = operation("entitlements.features.update", (call) => {
  const feature = addressed(call, "entitlements.feature");
  const { active, metadata, name } = call.params;
  return call.store.put("entitlements.feature", {
    ...feature,
    active: active ?? feature.active,
    metadata: mergeMetadata(feature.metadata, metadata),
    name: name ?? feature.name,
  });
});

export const retrieveFeature = operation("entitlements.features.retrieve", (call) =>
  addressed(call, "entitlements.feature"),
);

/** https://docs.stripe.com/api/entitlements/feature/list */
export const listFeatures = operation("entitlements.features.list", (call) => {
  const { archived, lookup_key } = call.params;
  return page(call, {
    kind: "entitlements.feature",
    url: "/v1/entitlements/features",
    by: lookup_key === undefined ? undefined : ["lookup_key", lookup_key],
    keep: (feature) => archived === undefined || feature.active !== archived,
  });
});
