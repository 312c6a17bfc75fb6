import { createSession, type HostedOrder } from "../hosted/create-session";
import { expireSession, expireSessions } from "../hosted/sessions";
import { agreeOn, type OrderRefusal } from "../order/agree";
import type { Order } from "../order/order";
import { nameOfTerms } from "../order/terms";
import { isRunning } from "../status";
import { discardPurchase, liveAtStripe } from "./purchase";
import { isHeld, releaseSlot, reserveSlot } from "./slots";
import { letOthersThrough, STEPS } from "./steps";

export type HostedOutcome =
  /** To go to: Stripe's page. */
  | { outcome: "elsewhere"; url: string }
  | OrderRefusal
  | { outcome: "already_subscribed" }
  | { outcome: "in_progress" };

/**
 * Begins a purchase on Stripe's own page, or leads to the page already begun. It takes the same place as a purchase in our page:
 * an unpaid one is taken back, and whoever then pays here has Stripe's page closed, so that one is paid and not two.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error. Nothing is charged then, and the next call goes on from there.
 */
export async function startHostedCheckout({
  userId,
  order,
}: {
  userId: string;
  order: Order;
}): Promise<HostedOutcome> {
  const agreed = await agreeOn(userId, order);
  if (agreed.outcome !== "agreed") return agreed;
  const { customer, terms } = agreed;
  return takeFurther(userId, customer.id, { terms, name: `${nameOfTerms(terms)}@stripe` });
}

/**
 * Each step clears the way for the next. A slot of other terms is given up before anything is looked for, and a page is kept
 * only if the slot was held after it was made: so of two purchases begun at once, here and there, one sees the other.
 */
async function takeFurther(
  userId: string,
  customer: string,
  order: HostedOrder,
  stepsLeft = STEPS,
): Promise<HostedOutcome> {
  if (stepsLeft === 0) return { outcome: "in_progress" };
  await letOthersThrough(stepsLeft);
  const goOn = () => takeFurther(userId, customer, order, stepsLeft - 1);
  const slot = await reserveSlot(userId, order.terms.price.id, order.name);
  const live = await liveAtStripe(customer, slot.id);
  if (live) {
    if (isRunning(live.status)) return { outcome: "already_subscribed" };
    if (!(await discardPurchase(live))) return { outcome: "in_progress" };
    await releaseSlot(slot.id);
    return goOn();
  }
  if (slot.terms !== order.name || slot.stripeSubscriptionId !== null) {
    await releaseSlot(slot.id);
    return goOn();
  }
  const session = await createSession(slot, customer, order);
  if (!session) return goOn();
  if (session.status !== "open" || !session.url) {
    await releaseSlot(slot.id);
    return goOn();
  }
  await expireSessions(customer, session.id);
  if (await isHeld(slot.id)) return { outcome: "elsewhere", url: session.url };
  await expireSession(session.id);
  return goOn();
}
