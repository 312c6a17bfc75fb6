import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { inbox } from "@/db/schema/mail";
import type { Mail } from "./mail";

type Message = Omit<Mail, "key"> & { messageId: string; from: string };

/** Keeps a mail instead of sending it. The same mail once more changes nothing. */
export async function deliverToInbox({ from, to, ...rest }: Message): Promise<void> {
  const recipient = `${to.name} <${to.address}>`;
  await db
    .insert(inbox)
    .values({ ...rest, sender: from, recipient })
    .onConflictDoNothing();
}

export type Received = {
  id: string;
  sender: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  sentAt: Date;
};

const heading = { id: inbox.id, recipient: inbox.recipient, subject: inbox.subject, sentAt: inbox.sentAt };

/** The newest mails of the inbox, without what they say. */
export function listInbox(limit = 100): Promise<Omit<Received, "sender" | "text" | "html">[]> {
  return db.select(heading).from(inbox).orderBy(desc(inbox.sentAt)).limit(limit);
}

/** One mail of the inbox; null where there is none of this id. */
export async function readInbox(id: string): Promise<Received | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const columns = { ...heading, sender: inbox.sender, text: inbox.text, html: inbox.html };
  const [found] = await db.select(columns).from(inbox).where(eq(inbox.id, id));
  return found ?? null;
}
