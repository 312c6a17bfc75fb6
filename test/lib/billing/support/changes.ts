import { changePlan, type PlanChange } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";

/** What somebody is shown for a change that can be made. */
export async function shown(userId: string, price: string, quantity?: number) {
  const preview = await previewChange({ userId, price, quantity });
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  return preview;
}

/** Agrees to what is shown, but for what is given. */
export async function agree(userId: string, price: string, given: Partial<PlanChange> = {}) {
  const { seen, prorationDate, dueToday } = await shown(userId, price, given.quantity);
  return changePlan({ userId, price, seen, prorationDate, dueToday, ...given });
}

/** The payments of a customer that went through, the latest first, in minor units. */
export async function paidBy(customer: string): Promise<number[]> {
  const { data } = await stripe().charges.list({ customer });
  return data.filter(({ status }) => status === "succeeded").map(({ amount }) => amount);
}

/** Gives back the last payment of a customer, or a part of it. */
export async function giveBack(customer: string, amount?: number): Promise<void> {
  const { data } = await stripe().charges.list({ customer, limit: 1 });
  const charge = data[0]?.id ?? "";
  await stripe().refunds.create({ charge, ...(amount !== undefined && { amount }) });
  await mirrorFetched("charge", charge);
}
