import type { Work } from "../core/work";

const CHANCE = 40;

/** What a hosted page's address ends with: the id of what it shows, and letters that can't be guessed. */
export function newToken(work: Work, id: string): string {
  return `${id}_${work.random(CHANCE)}`;
}

/** The id a token begins with; another text gives one that is nothing's. */
export function idIn(token: string): string {
  return token.slice(0, token.lastIndexOf("_"));
}

/** Whether the address, as it was given to its owner, is the one that ends with the token. */
export function leadsTo(address: string | null | undefined, token: string): boolean {
  return address?.endsWith(`/${token}`) ?? false;
}
