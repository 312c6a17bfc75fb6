"use server";

import { z } from "zod";
import type { Begun } from "@/components/checkout/message";
import { itemPath } from "@/components/items/path";
import { itemBegun } from "@/components/items/words";
import { currentUser } from "@/lib/auth/session";
import { beginItem } from "@/lib/billing/items/begin-item";
import { orTrouble } from "@/lib/billing/trouble";

const wish = z.object({ item: z.string().min(1).max(200), currency: z.string().max(3) });

/** Begins the purchase that the card form is about to pay for. */
export async function beginPurchase(input: z.infer<typeof wish>): Promise<Begun> {
  const parsed = wish.safeParse(input);
  if (!parsed.success) return itemBegun({ outcome: "unknown_item" });
  const { item, currency } = parsed.data;
  return itemBegun(
    await orTrouble(async () => {
      const user = await currentUser();
      if (!user) return { outcome: "signed_out" as const, returnTo: itemPath(item, currency) };
      return beginItem({ userId: user.id, item, currency });
    }),
  );
}
