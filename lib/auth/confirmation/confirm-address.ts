import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import type { Executor } from "@/db/prepared";
import { users } from "@/db/schema/identity";
import { isOver, readLink } from "../mail-link";
import { isOurs } from "./link";

/** What a link that confirms an address can do. */
export type LinkState =
  /** We haven't made it, or not for the address that its account has now. */
  | { state: "unknown" }
  | { state: "expired" }
  | { state: "open"; userId: string; email: string }
  /** The address is confirmed, by this link or another: it has nothing left to do. */
  | { state: "confirmed"; userId: string; email: string };

/** What a link can do at this moment; looking changes nothing. */
export async function stateOfLink(token: string, on: Executor = db): Promise<LinkState> {
  const link = readLink(token);
  if (!link) return { state: "unknown" };
  const [user] = await on
    .select({ email: users.email, verifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(eq(users.id, link.userId));
  if (!user || !isOurs(link, user.email)) return { state: "unknown" };
  const whose = { userId: link.userId, email: user.email };
  if (user.verifiedAt) return { state: "confirmed", ...whose };
  return isOver(link) ? { state: "expired" } : { state: "open", ...whose };
}

/**
 * Confirms the address that a link was sent to. However often and from however many tabs, it is confirmed once, and stays so
 * from the first time on.
 *
 * @param on where a transaction has more to write with it; who asked the pool beside it would wait for connections that
 *   others, who wait as well, hold
 */
export async function confirmAddress(token: string, on: Executor = db): Promise<LinkState> {
  const link = await stateOfLink(token, on);
  if (link.state !== "open") return link;
  const { userId, email } = link;
  await on
    .update(users)
    .set({ emailVerifiedAt: new Date() })
    .where(and(eq(users.id, userId), eq(users.email, email), isNull(users.emailVerifiedAt)));
  return { state: "confirmed", userId, email };
}
