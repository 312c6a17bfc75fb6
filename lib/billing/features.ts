import { type FeatureKey, features } from "@/billing.config";

/** Whether a key, as Stripe or a grant names it, is one of ours. */
export function isFeature(key: string): key is FeatureKey {
  return Object.hasOwn(features, key);
}

/** Which of our features are among these keys, in the order and with the words of billing.config.ts. */
export function featuresAmong(keys: Iterable<string>): { key: FeatureKey; name: string }[] {
  const held = new Set(keys);
  return Object.keys(features)
    .filter(isFeature)
    .filter((key) => held.has(key))
    .map((key) => ({ key, name: features[key].name }));
}
