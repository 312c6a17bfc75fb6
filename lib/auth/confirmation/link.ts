import { type GivenLink, isSealed, sealLink } from "../mail-link";

const purpose = "confirmation of an address";

/**
 * What the link carries that confirms an address: one that has been changed meanwhile isn't confirmed by it. Used once it has
 * nothing left to do.
 *
 * @param until when it expires, in seconds since 1970
 */
export function sealConfirmation(
  { userId, email }: { userId: string; email: string },
  until: number,
): string {
  return sealLink(purpose, userId, email, until);
}

/** Whether we have made a link, for this address. */
export function isOurs(link: GivenLink, email: string): boolean {
  return isSealed(purpose, link, email);
}
