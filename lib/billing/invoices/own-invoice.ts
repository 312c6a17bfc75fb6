import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import { unlessMissing } from "../missing";
import { customerOf } from "../queries/customer";

/**
 * An invoice as Stripe has it at this moment, if it is this user's customer's and has been sent; null for anybody else's, for
 * a draft, and for what is no invoice's id.
 *
 * @param userId from the session
 */
export async function ownInvoice(userId: string, id: string): Promise<Observation<Stripe.Invoice> | null> {
  const customer = await customerOf(userId);
  if (customer === null || !/^in_\w{1,200}$/.test(id)) return null;
  const seen = await unlessMissing(() => observe(() => stripe().invoices.retrieve(id)));
  if (!seen || idOf(seen.object.customer) !== customer) return null;
  return seen.object.status === "draft" ? null : seen;
}
