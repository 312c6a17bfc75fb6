import { z } from "zod";
import { accessFor } from "@/lib/billing/access";
import { serve } from "../support/serve";

/** Asks what users may open, as every closed page does. */
serve({
  item: z.string(),
  prepare: (user) => user,
  perform: async (user) => {
    const access = await accessFor(user);
    if (!access.can("essays")) throw new Error(`${user} can't open what they have paid for.`);
  },
});
