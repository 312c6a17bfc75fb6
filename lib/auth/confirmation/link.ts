import { z } from "zod";
import { isSigned, signed } from "@/lib/signature";

/** Whose address a link confirms, and which: one that has been changed meanwhile isn't confirmed by an old link. */
type Confirmation = { userId: string; email: string };

const purpose = "confirmation of an address";

/**
 * What the link carries that confirms an address. Only a mail to that address has it, which is the proof. It is signed and not
 * kept: used once it has nothing left to do.
 *
 * @param until when it expires, in seconds since 1970
 */
export function sealConfirmation({ userId, email }: Confirmation, until: number): string {
  return `${userId}.${until}.${signed(purpose, `${userId}.${until}.${email}`)}`;
}

/** A link as it came, from whomever; nothing in it is believed before `isOurs` says so. */
export type GivenLink = { userId: string; until: number; signature: string };

const shape = z.tuple([z.uuid(), z.string().regex(/^\d{1,12}$/), z.string().min(1)]);

/** What a link says of itself; null where it isn't even of the shape of one. */
export function readLink(token: string): GivenLink | null {
  const parts = shape.safeParse(token.split("."));
  if (!parts.success) return null;
  const [userId, until, signature] = parts.data;
  return { userId, until: Number(until), signature };
}

/** Whether we have made a link, for this address. */
export function isOurs({ userId, until, signature }: GivenLink, email: string): boolean {
  return isSigned(purpose, `${userId}.${until}.${email}`, signature);
}
