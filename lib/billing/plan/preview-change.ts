import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { idOf } from "../ids";
import type { PriceForSale } from "../queries/price";
import { stampOfSubscription } from "../subscription/stamp";
import { type Counted, countedWith } from "../usage/counted";
import { reportDropped } from "../usage/report-dropped";
import { type Change, changeOf, itemChanges, type Refusal, reckoningOf } from "./changeable";
import { changedMeanwhile } from "./changed-meanwhile";
import { billedAgain, uncountedOf } from "./uncounted";

export type ChangePreview = {
  outcome: "preview";
  price: PriceForSale;
  /** How many seats it is for. */
  quantity: number;
  /** It begins a period of its own at its whole price, since what was paid for the running one has gone back. */
  anew: boolean;
  /** What of the unused time isn't counted, since its payment was given back, before taxes; a line of its own says so. */
  uncounted: number;
  /** What is billed by use beside it. */
  counted: Counted[];
  /** When the running period ends, and the change could be made instead; null where the plan is tried. */
  periodEnd: Date | null;
  /** What the bill of the change is made of; amounts in minor units of `currency`, negative for what comes back. */
  lines: { id: string; text: string; amount: number }[];
  /** What is charged today, in minor units. */
  dueToday: number;
  /** What is kept to the person's credit for later payments, in minor units. */
  credit: number;
  currency: string;
  /** The moment the change is counted from, unix seconds; null where nothing is. Charging what was shown needs it again. */
  prorationDate: number | null;
  /** How the subscription stood; see stamp.ts. */
  seen: string;
};

/**
 * What changing to a price would cost today, line by line, as Stripe counts it. Changes nothing.
 *
 * @param wanted `userId` from the session; `price`, a lookup key or price id; `quantity`, how many seats: without it as many
 *   as now, as far as the plan has them
 * @throws Stripe's or the database's error
 * https://docs.stripe.com/billing/subscriptions/prorations#preview-proration
 */
export async function previewChange(wanted: {
  userId: string;
  price: string;
  quantity?: number | undefined;
}): Promise<ChangePreview | Refusal> {
  const change = await changeOf(wanted.userId, wanted.price, wanted.quantity);
  if ("outcome" in change) return change;
  await reportDropped(change);
  try {
    return await previewOf(change);
  } catch (error) {
    const now = await changedMeanwhile(error, change, wanted);
    return "outcome" in now ? now : previewOf(now);
  }
}

/** @param prorationDate counts from this moment instead of from now */
export async function previewOf(change: Change, prorationDate?: number): Promise<ChangePreview> {
  const { subscription, item, price, quantity, anew, kept } = change;
  const plain = await asCounted(change, prorationDate);
  const uncounted = kept === null ? 0 : uncountedOf(plain.lines.data, kept);
  const invoice =
    uncounted > 0 ? await asCounted(change, dateOf(plain.lines.data) ?? prorationDate, uncounted) : plain;
  const lines = subscription.status === "trialing" ? [] : invoice.lines.data;
  const total = lines.length === 0 ? 0 : invoice.total;
  return {
    outcome: "preview",
    price,
    quantity,
    anew,
    uncounted,
    counted: await countedWith(price.productId, invoice.currency),
    periodEnd: subscription.status === "active" ? new Date(item.current_period_end * 1000) : null,
    lines: lines.map(({ id, description, amount }) => ({
      id,
      text: description ?? price.productName,
      amount,
    })),
    dueToday: lines.length === 0 ? 0 : invoice.amount_due,
    credit: Math.max(0, -total),
    currency: invoice.currency,
    prorationDate: dateOf(lines),
    seen: stampOfSubscription(subscription),
  };
}

/** The bill of a change as Stripe counts it. */
function asCounted(change: Change, prorationDate: number | undefined, uncounted = 0) {
  const { subscription } = change;
  const again = uncounted > 0 ? [{ ...billedAgain(change, uncounted), description: givenBack }] : [];
  return stripe().invoices.createPreview({
    customer: idOf(subscription.customer) ?? "",
    subscription: subscription.id,
    ...(again.length > 0 && { invoice_items: again }),
    subscription_details: {
      items: itemChanges(change),
      ...reckoningOf(change),
      ...(prorationDate !== undefined && { proration_date: prorationDate }),
    },
  });
}

const givenBack = "Unused time whose payment has gone back";

/** A proration counts from the start of its line's period. */
function dateOf(lines: Stripe.InvoiceLineItem[]): number | null {
  const starts = lines.filter(isProration).map(({ period }) => period.start);
  return starts.length > 0 ? Math.min(...starts) : null;
}

function isProration({ parent }: Stripe.InvoiceLineItem): boolean {
  return (parent?.invoice_item_details?.proration || parent?.subscription_item_details?.proration) === true;
}
