"use server";

import { z } from "zod";
import type { Begun } from "@/components/checkout/message";
import { begunOf } from "@/components/checkout/outcome-words";
import { checkoutPath } from "@/components/checkout/path";
import { currentUser } from "@/lib/auth/session";
import { startCheckout } from "@/lib/billing/start-checkout";
import { orTrouble } from "@/lib/billing/trouble";

const priceKey = z.string().min(1).max(200);

/** Begins the purchase that the card form is about to pay for. */
export async function beginCheckout(input: string): Promise<Begun> {
  const parsed = priceKey.safeParse(input);
  if (!parsed.success) return begunOf({ outcome: "unknown_price" });
  const price = parsed.data;
  return begunOf(
    await orTrouble(async () => {
      const user = await currentUser();
      if (!user) return { outcome: "signed_out" as const, returnTo: checkoutPath(price) };
      return startCheckout({ userId: user.id, price });
    }),
  );
}
