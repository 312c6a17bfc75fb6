import type { FeatureConfig } from "@/lib/billing/config";
import { stripe } from "@/lib/stripe/client";

/** Makes sure of every feature by its key. Returns their Stripe ids by key, and what was done. */
export async function setupFeatures(wanted: Record<string, FeatureConfig>) {
  const ids = new Map<string, string>();
  const changes: string[] = [];
  for (const [key, { name }] of Object.entries(wanted)) {
    const { data } = await stripe().entitlements.features.list({ lookup_key: key, limit: 1 });
    const found = data[0];
    if (!found) {
      const made = await stripe().entitlements.features.create({ lookup_key: key, name });
      changes.push(`created feature ${key}`);
      ids.set(key, made.id);
      continue;
    }
    if (found.name !== name || !found.active) {
      await stripe().entitlements.features.update(found.id, { name, active: true });
      changes.push(`updated feature ${key}`);
    }
    ids.set(key, found.id);
  }
  return { ids, changes };
}
