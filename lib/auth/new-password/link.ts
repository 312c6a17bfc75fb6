import { type GivenLink, isSealed, sealLink } from "../mail-link";
import type { SessionOwner } from "../queries/users";

const purpose = "choice of a new password";

/** How long a link is good for, in seconds: as short as a slow mail allows. */
export const linkSeconds = 60 * 60;

/** Whose password it is, at the address that the mail goes to. */
export type PasswordOwner = SessionOwner & { email: string };

/**
 * What the link carries by which a new password is chosen. A new password ends all sessions, and with their version changes what
 * this is about: so it works once, and no more once the password was changed in another way.
 *
 * @param until when it expires, in seconds since 1970
 */
export function sealNewPassword(owner: PasswordOwner, until: number): string {
  return sealLink(purpose, owner.id, aboutOf(owner), until);
}

/** Whether we have made a link, for this account as it is now. */
export function isOurs(link: GivenLink, owner: PasswordOwner): boolean {
  return isSealed(purpose, link, aboutOf(owner));
}

const aboutOf = ({ sessionVersion, email }: PasswordOwner) => `${sessionVersion}.${email}`;
