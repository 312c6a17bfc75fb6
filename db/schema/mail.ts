import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./identity";

/** Where mail goes while no mail server is named: read at /dev/inbox. */
export const inbox = pgTable("inbox", {
  id: uuid("id").primaryKey().defaultRandom(),
  /** The mail's Message-ID: the same mail sent again is no second one. */
  messageId: text("message_id").notNull().unique(),
  sender: text("sender").notNull(),
  recipient: text("recipient").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  html: text("html").notNull(),
  /** The address of List-Unsubscribe; null for a mail that we owe its reader. */
  unsubscribe: text("unsubscribe"),
  sentAt: timestamp("sent_at", { withTimezone: true }).notNull().defaultNow(),
});

/** The kinds of reminders (lib/email/reminders.ts) that a person doesn't want; without a row, they get them. */
export const mailRefusals = pgTable(
  "mail_refusals",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    reminder: text("reminder").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.reminder] })],
);
