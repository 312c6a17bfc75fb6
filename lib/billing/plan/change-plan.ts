import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { settleSubscription } from "../checkout/settle-payment";
import { idOf } from "../ids";
import { oneAtATime } from "../subscription/one-at-a-time";
import { reportDropped } from "../usage/report-dropped";
import { type Change, changeOf, itemChanges, type Refusal, reckoningOf } from "./changeable";
import { changedMeanwhile } from "./changed-meanwhile";
import { type ChangePreview, previewOf } from "./preview-change";
import { billedAgain } from "./uncounted";

export type PlanChange = {
  /** From the session. */
  userId: string;
  /** A lookup key or price id. */
  price: string;
  /** How many seats; without it as many as now, as far as the plan has them. */
  quantity?: number | undefined;
  /** As the preview had them that the person agreed to. */
  seen: string;
  prorationDate: number | null;
  dueToday: number;
};

export type ChangeOutcome =
  | { outcome: "plan_changed" }
  /** The price, the subscription or the day is another than was shown: to be shown, and agreed to, again. */
  | { outcome: "ask_again" }
  /** Nothing was changed or charged. */
  | { outcome: "change_declined" }
  /** The bank wants to hear from the person first: it changes when `invoice` is paid, and stays as it was where that isn't within 23 hours. */
  | { outcome: "to_be_confirmed"; invoice: string }
  | Refusal;

/** How long a preview can be agreed to, in seconds. */
const PREVIEW_LASTS = 3600;

/**
 * Changes the user's plan at once and charges today exactly what its preview has shown, or nothing at all. A card that is
 * declined leaves everything as it was, and so does a bank that asks first until it has its answer. One change at a time: Stripe
 * would count the second from what the first has made of the plan, which nobody has been shown.
 *
 * @throws Stripe's or the database's error; asking again is safe, since a plan that has changed can't change to itself
 * https://docs.stripe.com/billing/subscriptions/change-price
 * https://docs.stripe.com/billing/subscriptions/pending-updates
 */
export async function changePlan(agreed: PlanChange): Promise<ChangeOutcome> {
  return oneAtATime<ChangeOutcome>(agreed.userId, () => changeAlone(agreed), { outcome: "ask_again" });
}

async function changeAlone(agreed: PlanChange): Promise<ChangeOutcome> {
  const change = await changeOf(agreed.userId, agreed.price, agreed.quantity);
  if ("outcome" in change) return change;
  await reportDropped(change);
  try {
    return await changeAsAgreed(change, agreed);
  } catch (error) {
    const now = await changedMeanwhile(error, change, agreed);
    return "outcome" in now ? now : { outcome: "ask_again" };
  }
}

async function changeAsAgreed(change: Change, agreed: PlanChange): Promise<ChangeOutcome> {
  const preview = await asShown(change, agreed);
  if (!preview) return { outcome: "ask_again" };
  try {
    await carryOut(change, preview, "error_if_incomplete");
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeCardError)) throw error;
    if (!isQuestion(error)) return { outcome: "change_declined" };
    const asked = await carryOut(change, preview, "pending_if_incomplete");
    const invoice = idOf(asked.latest_invoice);
    if (asked.pending_update && invoice) return { outcome: "to_be_confirmed", invoice };
  }
  return { outcome: "plan_changed" };
}

/** The change as it was shown; null where it is another by now. */
async function asShown(
  change: Change,
  { seen, prorationDate, dueToday }: PlanChange,
): Promise<ChangePreview | null> {
  const now = await previewOf(change);
  if (now.seen !== seen) return null;
  if (prorationDate === null || now.prorationDate === null) {
    return prorationDate === now.prorationDate && dueToday === now.dueToday ? now : null;
  }
  const age = now.prorationDate - prorationDate;
  if (age < 0 || age > PREVIEW_LASTS || prorationDate < change.item.current_period_start) return null;
  const then = await previewOf(change, prorationDate);
  return then.dueToday === dueToday ? { ...then, prorationDate } : null;
}

async function carryOut(
  change: Change,
  { prorationDate, uncounted }: ChangePreview,
  payment_behavior: "error_if_incomplete" | "pending_if_incomplete",
): Promise<Stripe.Subscription> {
  const { subscription } = change;
  const seen = await observe(() =>
    stripe().subscriptions.update(subscription.id, {
      items: itemChanges(change),
      ...reckoningOf(change),
      ...(uncounted > 0 && { add_invoice_items: [billedAgain(change, uncounted)] }),
      payment_behavior,
      ...(prorationDate !== null && { proration_date: prorationDate }),
    }),
  );
  await mirror(seen);
  const invoice = idOf(seen.object.latest_invoice);
  if (invoice) await mirrorFetched("invoice", invoice);
  await settleSubscription(subscription.id);
  return seen.object;
}

/** The card isn't refused: its bank wants to hear from its holder. */
function isQuestion({ code, decline_code }: Stripe.errors.StripeCardError): boolean {
  return code === "subscription_payment_intent_requires_action" || decline_code === "authentication_required";
}
