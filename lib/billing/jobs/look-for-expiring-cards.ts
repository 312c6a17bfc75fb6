import { z } from "zod";
import { db } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { job } from "@/lib/jobs/job";
import { expiringCards } from "../queries/expiring-cards";
import cardExpiring from "./card-expiring";

/**
 * Asks for a mail about each card that pays and is near its end, one for a card and its last month. Stripe has no event
 * for this: `customer.source.expiring` is about sources only.
 */
export default job("look-for-expiring-cards", {
  payload: z.object({}),
  async run() {
    for (const { card, year, month } of await expiringCards(new Date())) {
      await enqueue(db, cardExpiring, { card }, { key: `${card}:${year}-${month}` });
    }
  },
});
