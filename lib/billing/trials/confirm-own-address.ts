import { db } from "@/db/client";
import { confirmAddress, type LinkState } from "@/lib/auth/confirmation/confirm-address";
import { noteTrialsOf } from "./note-trial";

/**
 * Confirms the address that a link was sent to; its owner's trials, if there were any, are known by it from the same moment.
 *
 * @returns what the link can do now
 */
export function confirmOwnAddress(token: string): Promise<LinkState> {
  return db.transaction(async (tx) => {
    const link = await confirmAddress(token, tx);
    if (link.state === "confirmed") await noteTrialsOf(tx, link.userId);
    return link;
  });
}
