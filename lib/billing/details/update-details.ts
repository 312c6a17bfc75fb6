import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { ensureCustomer } from "../ensure-customer";
import type { Details } from "./details";

/**
 * Puts what stands on the person's invoices to Stripe: from the next invoice on, since one that is closed never changes.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 * https://docs.stripe.com/api/customers/update
 */
export async function updateDetails({
  userId,
  details,
}: {
  userId: string;
  details: Details;
}): Promise<{ outcome: "details_saved" }> {
  const { id } = await ensureCustomer(userId);
  const { name, postalCode: postal_code, ...rest } = details;
  const empty = Object.values({ postal_code, ...rest }).every((text) => text === "");
  const address = empty ? "" : { postal_code, ...rest };
  await mirror(await observe(() => stripe().customers.update(id, { name, address })));
  return { outcome: "details_saved" };
}
