import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { ENDED } from "./status";

/**
 * Puts a subscription into the flexible billing mode, in which the stand-in makes all of them. Emits
 * `customer.subscription.updated`. https://docs.stripe.com/api/subscriptions/migrate
 */
export function migrateSubscription(
  work: Work,
  subscription: Held<"subscription">,
  { billing_mode: mode }: ParamsOf<"subscriptions.migrate">,
): Held<"subscription"> {
  if (ENDED[subscription.status]) {
    throw invalidRequest("A canceled subscription can't be migrated.");
  }
  if (mode.flexible?.proration_discounts === "itemized") {
    throw invalidRequest("Not implemented by the emulator: itemized proration discounts", {
      param: "billing_mode[flexible][proration_discounts]",
    });
  }
  const before = work.snapshot(subscription);
  const migrated = work.store.update("subscription", subscription.id, {
    billing_mode: {
      flexible: { proration_discounts: "included" },
      type: "flexible",
      updated_at: work.now(subscription.test_clock),
    },
  });
  work.emit("customer.subscription.updated", migrated, before);
  return migrated;
}
