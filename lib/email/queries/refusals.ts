import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { mailRefusals } from "@/db/schema/mail";
import { isReminder, type Reminder } from "../reminders";

/** Whether somebody doesn't want reminders of this kind. */
export async function isRefused(userId: string, reminder: Reminder): Promise<boolean> {
  const found = await db
    .select({ reminder: mailRefusals.reminder })
    .from(mailRefusals)
    .where(and(eq(mailRefusals.userId, userId), eq(mailRefusals.reminder, reminder)));
  return found.length > 0;
}

/** The kinds of reminders that somebody doesn't want. */
export async function refusalsOf(userId: string): Promise<Reminder[]> {
  const rows = await db
    .select({ reminder: mailRefusals.reminder })
    .from(mailRefusals)
    .where(eq(mailRefusals.userId, userId));
  return rows.map(({ reminder }) => reminder).filter(isReminder);
}

/** Notes that somebody doesn't want reminders of this kind. Said again, or by a person who is gone, it changes nothing. */
export async function refuse(userId: string, reminder: Reminder): Promise<void> {
  const person = db
    .select({
      userId: users.id,
      reminder: sql`${reminder}`.as("reminder"),
      createdAt: sql`now()`.as("created_at"),
    })
    .from(users)
    .where(eq(users.id, userId));
  await db.insert(mailRefusals).select(person).onConflictDoNothing();
}

/** Takes such a refusal back. */
export async function allow(userId: string, reminder: Reminder): Promise<void> {
  await db
    .delete(mailRefusals)
    .where(and(eq(mailRefusals.userId, userId), eq(mailRefusals.reminder, reminder)));
}
