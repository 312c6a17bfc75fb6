/** The names of features as a list within a sentence: "every essay and the library over an API". */
export function listOfFeatures(features: readonly { name: string }[]): string {
  const names = features.map(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
