import { z } from "zod";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { boughtItem } from "../queries/own-items";

/** Writes to the buyer of something bought once, unless it has been given back meanwhile. */
export default job("item-confirmation", {
  payload: z.object({ purchase: z.uuid() }),
  async run({ purchase }) {
    const bought = await boughtItem(purchase);
    if (!bought || bought.item.returnedOn) return;
    const { itemConfirmation } = await import("../mails/item-confirmation");
    const letter = itemConfirmation(bought.item, env().APP_URL);
    await post({ key: `item-confirmation.${purchase}`, to: bought.buyer, letter });
  },
});
