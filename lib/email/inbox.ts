import { db } from "@/db/client";
import { inbox } from "@/db/schema/mail";
import { env } from "@/lib/env";
import type { Mail } from "./mail";

type Message = Omit<Mail, "key" | "unsubscribe"> & {
  messageId: string;
  from: string;
  unsubscribe: string | undefined;
};

/** Keeps a mail instead of sending it. The same mail once more changes nothing. */
export async function deliverToInbox({ from, to, ...rest }: Message): Promise<void> {
  const recipient = `${to.name} <${to.address}>`;
  await db
    .insert(inbox)
    .values({ ...rest, sender: from, recipient })
    .onConflictDoNothing();
}

/** Whether mail is found in the inbox and nowhere else, by whoever waits for it. */
export function isInboxUsed(): boolean {
  return isInboxOpen() && !env().SMTP_URL;
}

/** Whether everybody may read the inbox: in development and in a demo, where all mail is somebody's trial. */
export function isInboxOpen(): boolean {
  return process.env.NODE_ENV !== "production" || env().GATEHOUSE_DEMO;
}
