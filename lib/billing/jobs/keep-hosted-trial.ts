import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { job } from "@/lib/jobs/job";
import { settleSubscription } from "../checkout/settle-payment";
import { idOf } from "../ids";
import { keepTrial } from "../trials/keep-trial";

/** Looks at what was begun on Stripe's page by somebody who hasn't come back from it: a trial they can't have is ended. */
export default job("keep-hosted-trial", {
  payload: z.object({ subscription: z.string() }),
  async run({ subscription: id }) {
    const subscription = await settleSubscription(id);
    const customer = idOf(subscription?.customer);
    if (!customer || subscription?.status !== "trialing") return;
    const [owner] = await db
      .select({ userId: billingCustomers.userId })
      .from(billingCustomers)
      .where(eq(billingCustomers.stripeCustomerId, customer));
    if (owner?.userId) await keepTrial(owner.userId, id);
  },
});
