import type { FeatureConfig } from "@/lib/billing/config";
import { stripe } from "@/lib/stripe/client";
import type { Change, Known } from "./change";

/** What is to be done so that Stripe has every feature, by its key. */
export async function featureChanges(
  wanted: Readonly<Record<string, FeatureConfig>>,
  known: Known,
): Promise<Change[]> {
  const changes = await Promise.all(
    Object.entries(wanted).map(([key, { name }]) => featureChange(key, name, known)),
  );
  return changes.flat();
}

async function featureChange(key: string, name: string, { features }: Known): Promise<Change[]> {
  const { data } = await stripe().entitlements.features.list({ lookup_key: key, limit: 1 });
  const [found] = data;
  if (!found) {
    const make = async () => {
      const made = await stripe().entitlements.features.create({ lookup_key: key, name });
      features.set(key, made.id);
    };
    return [{ says: `create feature ${key}: ${name}`, make }];
  }
  features.set(key, found.id);
  if (found.name === name && found.active) return [];
  const make = async () => {
    await stripe().entitlements.features.update(found.id, { name, active: true });
  };
  return [{ says: `update feature ${key}: ${name}`, make }];
}
