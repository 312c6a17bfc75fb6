import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { ensureCustomer } from "../ensure-customer";

/**
 * Begins to save a card: what the browser confirms with the card's fields. Nothing is charged, now or by this.
 *
 * @param userId from the session
 * @param toPay whether the card is to pay for everything from then on; `settleCard` sees to it
 * @returns the SetupIntent's client secret
 * @throws Stripe's or the database's error
 * https://docs.stripe.com/payments/save-and-reuse
 */
export async function beginCard({ userId, toPay }: { userId: string; toPay: boolean }): Promise<string> {
  const { id: customer } = await ensureCustomer(userId);
  const seen = await observe(() =>
    stripe().setupIntents.create({
      customer,
      usage: "off_session",
      metadata: { [wish]: toPay ? "yes" : "no" },
    }),
  );
  await mirror(seen);
  if (!seen.object.client_secret) throw new Error(`${seen.object.id} has no client secret.`);
  return seen.object.client_secret;
}

/** Where a SetupIntent keeps whether its card is to pay from then on: yes, no, or done. */
export const wish = "to_pay";
