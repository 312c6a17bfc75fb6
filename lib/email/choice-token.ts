import { z } from "zod";
import { isSigned, signed } from "@/lib/signature";
import { isReminder, type Reminder } from "./reminders";

/** Whose choice it is, and about which mails they were asked. */
export type Choice = { userId: string; reminder: Reminder };

const purpose = "links of mails";

/**
 * What the links of a reminder carry, so that they work for somebody who isn't signed in. It says whose mail it is and is
 * signed, which nobody else can do; it opens nothing but this choice, and doesn't expire, because mails are kept.
 */
export function sealChoice({ userId, reminder }: Choice): string {
  const said = `${userId}.${reminder}`;
  return `${said}.${signed(purpose, said)}`;
}

/** The choice a link stands for; null for any that we haven't made. */
export function readChoice(token: string): Choice | null {
  const [userId = "", reminder = "", signature = "", ...more] = token.split(".");
  if (more.length > 0 || !isSigned(purpose, `${userId}.${reminder}`, signature)) return null;
  return z.uuid().safeParse(userId).success && isReminder(reminder) ? { userId, reminder } : null;
}
