import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { accessFor } from "../access";
import { ensureCustomer } from "../ensure-customer";
import { currencyFor } from "../order/currency";
import { type Item, itemFor, itemIn } from "../queries/items";
import { isForOthers, isSpent } from "../spent-key";
import type { Named } from "../status";
import { fillPurchase, type ItemPurchase, releasePurchase, reserveItem } from "./item-purchases";
import { settleItemPayment } from "./settle-item";

export type ItemOutcome =
  /** To be confirmed in the browser. `amount` in minor units is what will be charged. */
  | { outcome: "ready"; clientSecret: string; amount: number; currency: string }
  | { outcome: "unknown_item" }
  | { outcome: "withdrawn_item" }
  | { outcome: "other_currency"; currency: string; priceCurrency: string }
  /** It is theirs for good, bought or given. */
  | { outcome: "already_yours" }
  /** A payment for it is on its way. */
  | { outcome: "in_progress" };

/**
 * Begins the payment of something bought once, or goes on with the one begun: however often and from however many tabs it is
 * called, there is one payment to be made. The amount is the price's at Stripe.
 *
 * @param userId from the session
 * @param item a lookup key or price id, as the link names it
 * @param currency the one it was shown in; empty for the person's own, or the price's
 * @throws Stripe's or the database's error (see trouble.ts). Nothing is charged then, and the next call goes on from there.
 * https://docs.stripe.com/payments/payment-intents
 */
export async function beginItem({
  userId,
  item: key,
  currency: wanted = "",
}: {
  userId: string;
  item: string;
  currency?: string;
}): Promise<ItemOutcome> {
  const answer = await itemFor(key);
  if (answer.found === "unknown") return { outcome: "unknown_item" };
  if (answer.found === "withdrawn") return { outcome: "withdrawn_item" };
  const { item } = answer;
  const { features } = await accessFor(userId);
  const ours = features.filter(({ reason }) => reason === "bought" || reason === "grant");
  const forGood = ours.filter(({ until }) => until === null);
  if (item.features.every(({ key }) => forGood.some(({ feature }) => feature === key)))
    return { outcome: "already_yours" };
  const customer = await ensureCustomer(userId);
  const { currency, fault } = currencyFor(item, wanted, customer.currency ?? null);
  if (fault?.fault === "not_sold") return { outcome: "withdrawn_item" };
  if (fault) {
    const priceCurrency = wanted || item.currency;
    return { outcome: "other_currency", currency: fault.settled, priceCurrency };
  }
  return takeFurther(userId, customer.id, itemIn(item, currency));
}

/** One step may only clear the way for the next; two tabs at once add a few. */
async function takeFurther(
  userId: string,
  customer: string,
  item: Item,
  stepsLeft = 6,
): Promise<ItemOutcome> {
  if (stepsLeft === 0) return { outcome: "in_progress" };
  const purchase = await reserveItem(userId, item);
  const seen = await paymentOf(purchase, customer, item);
  const outcome = seen && (await outcomes[statusOf(seen.object)](purchase, seen.object, item));
  return outcome ?? takeFurther(userId, customer, item, stepsLeft - 1);
}

/** The payment of a purchase as Stripe has it now, made if there is none yet; null where the purchase was released meanwhile. */
async function paymentOf(
  purchase: ItemPurchase,
  customer: string,
  item: Item,
): Promise<Observation<Stripe.PaymentIntent> | null> {
  const { paymentIntent } = purchase;
  const seen = await (paymentIntent === null ? create(purchase, customer, item) : read(paymentIntent));
  if (!seen) return null;
  await mirror(seen);
  return (await fillPurchase(purchase.id, seen.object.id)) ? seen : null;
}

const read = (id: string) => observe(() => stripe().paymentIntents.retrieve(id));

async function create({ id }: ItemPurchase, customer: string, item: Item) {
  const { amount, currency, name, productId } = item;
  try {
    const seen = await observe(() =>
      stripe().paymentIntents.create(
        {
          ...{ amount, currency, customer, description: name },
          automatic_payment_methods: { enabled: true },
          metadata: { purchase: id, product: productId },
        },
        { idempotencyKey: `item:${id}` },
      ),
    );
    // What Stripe repeats to a second request with the key may have changed since.
    return seen.replayed ? await read(seen.object.id) : seen;
  } catch (error) {
    // This purchase could never buy anything.
    if (isSpent(error)) await releasePurchase(id);
    // The price has changed since another tab asked with this key.
    if (isForOthers(error)) return null;
    throw error;
  }
}

type Step = (purchase: ItemPurchase, intent: Stripe.PaymentIntent, item: Item) => Promise<ItemOutcome | null>;
type IntentStatus = Named<Stripe.PaymentIntent.Status>;

/** What a payment in each status makes of the purchase; null where another has to be begun. */
const outcomes: Record<IntentStatus, Step> = {
  requires_payment_method: payable,
  requires_confirmation: payable,
  requires_action: payable,
  processing: async () => ({ outcome: "in_progress" }),
  requires_capture: async () => ({ outcome: "in_progress" }),
  succeeded: async (_, intent) => ((await settleItemPayment(intent)) ? { outcome: "already_yours" } : null),
  canceled: async ({ id }) => {
    await releasePurchase(id);
    return null;
  },
};

/** A payment of another amount than the price has now is put aside; one that is made at this moment wins over that. */
async function payable(
  _: ItemPurchase,
  intent: Stripe.PaymentIntent,
  item: Item,
): Promise<ItemOutcome | null> {
  const { amount, currency, client_secret: clientSecret } = intent;
  if (clientSecret && amount === item.amount && currency === item.currency)
    return { outcome: "ready", clientSecret, amount, currency };
  try {
    await mirror(await observe(() => stripe().paymentIntents.cancel(intent.id)));
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
  return null;
}

/** A status we don't know is waited for. */
function statusOf({ status }: Stripe.PaymentIntent): IntentStatus {
  return isNamed(status) ? status : "processing";
}

function isNamed(status: string): status is IntentStatus {
  return Object.hasOwn(outcomes, status);
}
