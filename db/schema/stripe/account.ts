import { text } from "drizzle-orm/pg-core";
import { stripeSchema } from "./mirror-table";

/** The one account at Stripe that the mirror is of: whoever reads from another would take all rows for deleted. */
export const mirroredAccount = stripeSchema.table("mirrored_account", { id: text().primaryKey() });
