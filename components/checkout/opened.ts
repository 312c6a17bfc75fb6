type Named = { name: string };

/** What a purchase has opened, in a sentence: "Open to you from now on: every essay and the handbook." */
export function whatOpened(features: readonly Named[]): string {
  return features.length === 0 ? "Your plan has begun." : `Open to you from now on: ${listOf(features)}.`;
}

/** The names of features as a list within a sentence: "every essay and the handbook". */
export function listOf(features: readonly Named[]): string {
  const names = features.map(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
