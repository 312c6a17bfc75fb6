import { boolean, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { stripeSchema } from "./mirror-table";

/** Webhook endpoints at Stripe beside the one in the environment, each with its own address and secret. */
export const webhookEndpoints = stripeSchema.table("webhook_endpoints", {
  /** Ends the endpoint's address, so that nobody can guess it. */
  id: uuid().primaryKey().defaultRandom(),
  stripeId: text().notNull().unique(),
  livemode: boolean().notNull(),
  /** Stripe tells it once, when the endpoint is made. */
  secret: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  disabledAt: timestamp({ withTimezone: true }),
});
