"use server";

import { z } from "zod";
import type { Begun } from "@/components/checkout/message";
import { itemPath } from "@/components/items/path";
import { itemBegun } from "@/components/items/words";
import { currentUser } from "@/lib/auth/session";
import { beginItem } from "@/lib/billing/begin-item";
import { orTrouble } from "@/lib/billing/trouble";

const itemKey = z.string().min(1).max(200);

/** Begins the purchase that the card form is about to pay for. */
export async function beginPurchase(input: string): Promise<Begun> {
  const parsed = itemKey.safeParse(input);
  if (!parsed.success) return itemBegun({ outcome: "unknown_item" });
  const item = parsed.data;
  return itemBegun(
    await orTrouble(async () => {
      const user = await currentUser();
      if (!user) return { outcome: "signed_out" as const, returnTo: itemPath(item) };
      return beginItem({ userId: user.id, item });
    }),
  );
}
