import { cache } from "react";
import type { FeatureKey } from "@/billing.config";
import { billing } from "@/billing.config";
import { decideAccess } from "./access/decide";
import type { ClosedFeature, OpenFeature } from "./access/facts";
import { accessFacts } from "./access/facts-of";

export type Access = {
  /** Whether the feature is open now. */
  can(feature: FeatureKey): boolean;
  /** One entry a feature held, with its longest-lasting reason. */
  features: OpenFeature[];
  /** Features that a subscription or a purchase of theirs would open, were it not for this. */
  closed: ClosedFeature[];
};

/**
 * What a person may open, and for each why and until when: the one question every gate asks. One round trip to the
 * database, none to Stripe, however many ask while one page is drawn; nothing is open for a visitor without an account (null).
 *
 * @throws the database's error when it can't be asked, since that is no reason to tell a subscriber that they are none
 */
export const accessFor = cache(async (userId: string | null): Promise<Access> => {
  const facts = userId === null ? [] : await accessFacts(userId);
  const { open, closed, unknown } = decideAccess(facts, { ...billing, now: new Date() });
  for (const fault of unknown) console.error(`Access kept closed: ${fault}`);
  return { can: (feature) => open.some((held) => held.feature === feature), features: open, closed };
});
