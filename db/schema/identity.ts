import { sql } from "drizzle-orm";
import { bigint, integer, pgTable, text, timestamp, uniqueIndex, uuid, varchar } from "drizzle-orm/pg-core";

/** Who may do what beyond their own affairs. Granted in the database alone: no form or route takes a role. */
export type Role = "member" | "admin";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull(),
    /** When its owner showed that mail to this address reaches them; null before. */
    emailVerifiedAt: timestamp("email_verified_at", { withTimezone: true }),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** Every session carries the version it was made under; raising it ends all of them. */
    sessionVersion: integer("session_version").notNull().default(1),
    role: text("role").$type<Role>().notNull().default("member"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true })
      .notNull()
      .defaultNow()
      .$onUpdate(() => new Date()),
  },
  (table) => [uniqueIndex("users_email_unique").on(sql`lower(${table.email})`)],
);

/**
 * Attempts counted by rate-limiter-flexible, in the columns its PostgreSQL store works with
 * (https://github.com/animir/node-rate-limiter-flexible/wiki/PostgreSQL). `expire` is in milliseconds.
 */
export const authAttempts = pgTable("auth_attempts", {
  key: varchar("key", { length: 255 }).primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});
