import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { unlessMissing } from "../missing";
import { customerOf } from "../queries/customer";

export type TaxIdRemoval =
  | { outcome: "tax_id_removed" }
  /** No number of this person's, or none any more. */
  | { outcome: "tax_id_not_found" };

/**
 * Takes a tax number off the person's invoices, from the next one on.
 *
 * @param userId from the session
 * @param taxId Stripe's id of it, as the page has it; anybody else's isn't found
 * @throws Stripe's or the database's error; asking again is safe
 * https://docs.stripe.com/api/tax_ids/customer_delete
 */
export async function removeTaxId({
  userId,
  taxId,
}: {
  userId: string;
  taxId: string;
}): Promise<TaxIdRemoval> {
  const customer = await customerOf(userId);
  if (customer === null || !/^txi_\w{1,200}$/.test(taxId)) return { outcome: "tax_id_not_found" };
  const gone = await unlessMissing(() => observe(() => stripe().customers.deleteTaxId(customer, taxId)));
  if (gone) await mirror(gone);
  return { outcome: gone ? "tax_id_removed" : "tax_id_not_found" };
}
