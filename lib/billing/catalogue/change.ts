/** Something at Stripe that isn't as billing.config.ts wants it. */
export type Change = {
  /** What is to be done, for a person: "create price studio_monthly: $19.00 every month". */
  says: string;
  /** Does it; may be called again after it has failed. Null where Stripe's API can't, and somebody has to decide. */
  make: (() => Promise<void>) | null;
};

/** The ids at Stripe of what is referred to by a key of ours. Filled while changes are looked for, and made. */
export type Known = { features: Map<string, string>; meters: Map<string, string> };

/** The id that Stripe has given to what a key names. */
export function knownId(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`billing.config.ts refers to "${key}", which it doesn't state.`);
  return id;
}
