import { z } from "zod";
import { isSigned, signed } from "@/lib/signature";

/** What a link is good for; one of another kind opens nothing. */
type LinkPurpose = "confirmation of an address" | "choice of a new password";

/**
 * What the link of a mail carries. Only a mail to its account's address has it, which is the proof. It is signed and not kept.
 *
 * @param about what must not have changed when the link is followed, such as the address it was sent to
 * @param until when it expires, in seconds since 1970
 */
export function sealLink(purpose: LinkPurpose, userId: string, about: string, until: number): string {
  return `${userId}.${until}.${signed(purpose, `${userId}.${until}.${about}`)}`;
}

/** A link as it came, from whomever; nothing in it is believed before `isSealed` says so. */
export type GivenLink = { userId: string; until: number; signature: string };

const shape = z.tuple([z.uuid(), z.string().regex(/^\d{1,12}$/), z.string().min(1)]);

/** What a link says of itself; null where it isn't even of the shape of one. */
export function readLink(token: string): GivenLink | null {
  const parts = shape.safeParse(token.split("."));
  if (!parts.success) return null;
  const [userId, until, signature] = parts.data;
  return { userId, until: Number(until), signature };
}

/** Whether we have made a link, for this purpose, and what it is about is still so. */
export function isSealed(
  purpose: LinkPurpose,
  { userId, until, signature }: GivenLink,
  about: string,
): boolean {
  return isSigned(purpose, `${userId}.${until}.${about}`, signature);
}

/** Whether a link's time is over. */
export function isOver({ until }: GivenLink): boolean {
  return until * 1000 <= Date.now();
}
