import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

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
  sentAt: timestamp("sent_at", { withTimezone: true }).notNull().defaultNow(),
});
