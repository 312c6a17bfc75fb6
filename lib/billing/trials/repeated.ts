/** By what it was noticed that a trial's owner has had one before. */
export type Repeated = "card" | "address";

/** What Stripe is told when a trial ends for that: by it, the mail of the end knows why. */
export const repeatedBy: Readonly<Record<Repeated, string>> = {
  card: "The card has had its trial.",
  address: "The e-mail address has had its trial.",
};

/** What a subscription's comment at Stripe says of it. */
export function repeatedIn(comment: string | null): Repeated | null {
  const kinds = ["card", "address"] as const;
  return kinds.find((kind) => repeatedBy[kind] === comment) ?? null;
}
