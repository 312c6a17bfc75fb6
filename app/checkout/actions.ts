"use server";

import { redirect } from "next/navigation";
import type { Begun } from "@/components/checkout/message";
import { begunOf } from "@/components/checkout/outcome-words";
import { currentUser } from "@/lib/auth/session";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { startHostedCheckout } from "@/lib/billing/checkout/start-hosted-checkout";
import { type Order, readOrder } from "@/lib/billing/order/order";
import { checkoutPath } from "@/lib/billing/order/path";
import { orTrouble } from "@/lib/billing/trouble";

/** Begins the purchase that the card form is about to pay for. */
export async function beginCheckout(input: Order): Promise<Begun> {
  const order = readOrder(input);
  if (!order) return begunOf({ outcome: "unknown_price" });
  return begunOf(
    await orTrouble(async () => {
      const user = await currentUser();
      if (!user) return { outcome: "signed_out" as const, returnTo: checkoutPath(order) };
      return startCheckout({ userId: user.id, order });
    }),
  );
}

/** Begins a purchase of which nothing is due today. */
export async function beginFree(_said: Begun | null, form: FormData): Promise<Begun> {
  const order = readOrder(Object.fromEntries(form));
  const begun = order ? await beginCheckout(order) : begunOf({ outcome: "unknown_price" });
  if (begun.next === "leave") redirect(begun.href);
  // Something is due by now: the page shows what, and how it is paid.
  if (order && begun.next !== "stop") redirect(checkoutPath(order));
  return begun;
}

/** Leads to Stripe's page, where the purchase is paid. */
export async function beginElsewhere(_said: Begun | null, form: FormData): Promise<Begun> {
  const order = readOrder(Object.fromEntries(form));
  if (!order) return begunOf({ outcome: "unknown_price" });
  const begun = begunOf(
    await orTrouble(async () => {
      const user = await currentUser();
      if (!user) return { outcome: "signed_out" as const, returnTo: checkoutPath(order, "stripe") };
      return startHostedCheckout({ userId: user.id, order });
    }),
  );
  if (begun.next === "leave") redirect(begun.href);
  return begun;
}
