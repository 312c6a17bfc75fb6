import type Stripe from "stripe";
import { unlessMissing } from "@/lib/billing/missing";
import { stripe } from "@/lib/stripe/client";
import { type Change, type Known, knownId } from "./change";
import { productId } from "./product-id";

export type WantedProduct = {
  key: string;
  name: string;
  description: string;
  features: readonly string[];
};

/** What is to be done so that Stripe has a product, and the features attached to it. */
export async function productChanges(wanted: WantedProduct, known: Known): Promise<Change[]> {
  const id = productId(wanted.key);
  const found = await unlessMissing(() => stripe().products.retrieve(id));
  const attached = found ? await attachedTo(id) : new Map<string, string>();
  return [...fieldChanges(id, found, wanted), ...attachmentChanges(id, attached, wanted, known)];
}

function fieldChanges(id: string, found: Stripe.Product | null, wanted: WantedProduct): Change[] {
  const { key, name, description } = wanted;
  if (!found) {
    const make = async () => {
      await stripe().products.create({ id, name, description, metadata: { key } });
    };
    return [{ says: `create product ${id}: ${name}`, make }];
  }
  if (found.name === name && found.description === description && found.active) return [];
  const make = async () => {
    await stripe().products.update(id, { name, description, active: true });
  };
  return [{ says: `update product ${id}: ${name}`, make }];
}

/** Attachments by their feature's lookup key. */
async function attachedTo(id: string): Promise<Map<string, string>> {
  const attached = new Map<string, string>();
  for await (const { id: attachment, entitlement_feature: feature } of stripe().products.listFeatures(id)) {
    attached.set(feature.lookup_key, attachment);
  }
  return attached;
}

/** Features of other lookup keys than ours were attached by hand for a reason, and stay. */
function attachmentChanges(
  id: string,
  attached: ReadonlyMap<string, string>,
  wanted: WantedProduct,
  { features }: Known,
): Change[] {
  const taken = [...attached]
    .filter(([key]) => features.has(key) && !wanted.features.includes(key))
    .map(([key, attachment]) => ({
      says: `detach ${key} from ${id}`,
      make: async () => {
        await stripe().products.deleteFeature(id, attachment);
      },
    }));
  const added = wanted.features
    .filter((key) => !attached.has(key))
    .map((key) => ({
      says: `attach ${key} to ${id}`,
      make: async () => {
        await stripe().products.createFeature(id, { entitlement_feature: knownId(features, key) });
      },
    }));
  return [...taken, ...added];
}
