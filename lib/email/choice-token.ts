import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { isReminder, type Reminder } from "./reminders";

/** Whose choice it is, and about which mails they were asked. */
export type Choice = { userId: string; reminder: Reminder };

/**
 * What the links of a reminder carry, so that they work for somebody who isn't signed in. It says whose mail it is and is
 * signed, which nobody else can do; it opens nothing but this choice, and doesn't expire, because mails are kept.
 */
export function sealChoice({ userId, reminder }: Choice): string {
  const said = `${userId}.${reminder}`;
  return `${said}.${signed(said)}`;
}

/** The choice a link stands for; null for any that we haven't made. */
export function readChoice(token: string): Choice | null {
  const [userId = "", reminder = "", signature = "", ...more] = token.split(".");
  const given = Buffer.from(signature);
  const right = Buffer.from(signed(`${userId}.${reminder}`));
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return z.uuid().safeParse(userId).success && isReminder(reminder) ? { userId, reminder } : null;
}

function signed(text: string): string {
  return createHmac("sha256", key()).update(text).digest("base64url");
}

/** Not the secret itself: what one purpose signs must mean nothing to another. */
function key(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "links of mails", 32));
}
