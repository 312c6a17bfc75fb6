import { env } from "@/lib/env";
import { isInboxOpen } from "./inbox";

/** Says, when a process starts, that mail goes nowhere: in production without a mail server, where nobody reads the inbox. */
export function warnOfUnsentMail(): void {
  if (env().SMTP_URL || isInboxOpen()) return;
  console.warn("SMTP_URL is not set: mails are kept in the database (table inbox) and reach nobody.");
}
