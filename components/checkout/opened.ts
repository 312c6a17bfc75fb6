/** What a purchase has opened, in a sentence: "Open to you from now on: every essay and the library over an API." */
export function whatOpened(features: readonly { name: string }[]): string {
  if (features.length === 0) return "Your plan has begun.";
  const names = features.map(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  return `Open to you from now on: ${new Intl.ListFormat("en", { type: "conjunction" }).format(names)}.`;
}
