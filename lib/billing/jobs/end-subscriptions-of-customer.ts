import { z } from "zod";
import { db } from "@/db/client";
import { job } from "@/lib/jobs/job";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { followSubscription } from "../follow-subscription";
import { unendedSubscriptionsOf } from "../queries/unended-subscriptions";

/** Asks Stripe what became of a deleted customer's subscriptions: no event about them need ever arrive. */
export default job("end-subscriptions-of-customer", {
  payload: z.object({ customer: z.string() }),
  async run({ customer }) {
    for (const id of await unendedSubscriptionsOf(customer)) {
      await mirrorFetched("subscription", id);
      await db.transaction((tx) => followSubscription(tx, id));
    }
  },
});
