import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { expiringCards } from "../queries/expiring-cards";

/** Tells a subscriber that the card which pays is near its end, unless another pays by now or the bank has renewed it. */
export default job("card-expiring", {
  payload: z.object({ card: z.string() }),
  async run({ card }) {
    const [expiring] = await expiringCards(new Date(), card);
    if (!expiring) return;
    const { cardExpiring } = await import("../mails/card-expiring");
    const letter = cardExpiring(expiring, env().APP_URL);
    const { year, month, person } = expiring;
    await post({
      ...{ key: `card-expiring.${card}.${year}-${month}`, to: person, letter },
      reminder: "card_expiring",
    });
  },
});
