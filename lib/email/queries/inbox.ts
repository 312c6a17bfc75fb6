import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { inbox } from "@/db/schema/mail";

/** A mail of the inbox, as a list shows it. */
export type Listed = { id: string; recipient: string; subject: string; sentAt: Date };

/** A mail of the inbox, whole. */
export type Received = Listed & { sender: string; text: string; html: string; unsubscribe: string | null };

const listed = { id: inbox.id, recipient: inbox.recipient, subject: inbox.subject, sentAt: inbox.sentAt };

/** The newest mails of the inbox. */
export function listInbox(limit = 100): Promise<Listed[]> {
  return db.select(listed).from(inbox).orderBy(desc(inbox.sentAt), inbox.id).limit(limit);
}

/** One mail of the inbox; null where there is none of this id. */
export async function readInbox(id: string): Promise<Received | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const columns = {
    ...listed,
    sender: inbox.sender,
    text: inbox.text,
    html: inbox.html,
    unsubscribe: inbox.unsubscribe,
  };
  const [found] = await db.select(columns).from(inbox).where(eq(inbox.id, id));
  return found ?? null;
}
