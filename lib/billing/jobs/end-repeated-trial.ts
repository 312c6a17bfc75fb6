import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { repeatedCard } from "../trials/repeated-card";

/** Ends a trial whose card has been tried with before. It is canceled and not billed: nobody pays for what they took to be free. */
export default job("end-repeated-trial", {
  payload: z.object({ subscription: z.string() }),
  async run({ subscription }) {
    const { status } = await stripe().subscriptions.retrieve(subscription);
    if (status !== "trialing") return;
    const cancellation_details = { comment: repeatedCard };
    await mirror(await observe(() => stripe().subscriptions.cancel(subscription, { cancellation_details })));
  },
});
