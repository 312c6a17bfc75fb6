import { accessFacts } from "../access/facts-of";

/**
 * Whether what was paid for the running period of a user's subscription has gone back to them, by a refund of all of it or a
 * dispute that was lost, whether that closes the plan or not.
 */
export async function isGivenBack(userId: string, subscription: string): Promise<boolean> {
  const facts = await accessFacts(userId);
  return facts.some(
    (fact) =>
      fact.source === "subscription" &&
      fact.subscriptionId === subscription &&
      (fact.refunded || fact.lostDispute),
  );
}
