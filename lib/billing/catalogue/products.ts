import Stripe from "stripe";
import type { PlanConfig } from "@/lib/billing/config";
import { stripe } from "@/lib/stripe/client";

/** The product of a plan has an id of ours, so that it is found again whatever it is called by then. */
const productId = (key: string) => `gatehouse_${key}`;

/** Makes sure of a plan's product and of the features attached to it. `featureIds`: Stripe's ids by feature key. */
export async function setupProduct(plan: PlanConfig<string>, featureIds: Map<string, string>) {
  const id = productId(plan.key);
  const change = await setupFields(id, plan);
  const attached = await setupAttachments(id, plan, featureIds);
  return { id, changes: [...change, ...attached] };
}

async function setupFields(id: string, { key, name, description }: PlanConfig<string>): Promise<string[]> {
  const found = await findProduct(id);
  if (!found) {
    await stripe().products.create({ id, name, description, metadata: { plan: key } });
    return [`created product ${id}`];
  }
  if (found.name === name && found.description === description && found.active) return [];
  await stripe().products.update(id, { name, description, active: true });
  return [`updated product ${id}`];
}

async function findProduct(id: string): Promise<Stripe.Product | null> {
  try {
    return await stripe().products.retrieve(id);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing")
      return null;
    throw error;
  }
}

/** Features of other lookup keys than ours were attached by hand for a reason, and stay. */
async function setupAttachments(id: string, plan: PlanConfig<string>, featureIds: Map<string, string>) {
  const changes: string[] = [];
  const attached = new Set<string>();
  for await (const { id: attachment, entitlement_feature: feature } of stripe().products.listFeatures(id)) {
    if (plan.features.includes(feature.lookup_key)) {
      attached.add(feature.lookup_key);
    } else if (featureIds.has(feature.lookup_key)) {
      await stripe().products.deleteFeature(id, attachment);
      changes.push(`detached ${feature.lookup_key} from ${id}`);
    }
  }
  for (const key of plan.features) {
    const feature = featureIds.get(key);
    if (attached.has(key) || feature === undefined) continue;
    await stripe().products.createFeature(id, { entitlement_feature: feature });
    changes.push(`attached ${key} to ${id}`);
  }
  return changes;
}
