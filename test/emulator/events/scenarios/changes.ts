import type Stripe from "stripe";
import { DAY, type Scenario, type Scenarios, type Stage } from "./stage";

/** What is changed of subscriptions by hand. */
export const changes: Scenarios = {
  "subscriptions.update metadata": changedBy({ metadata: { a: "b" } }),
  "subscriptions.update price, create_prorations": async (stage) => changed(stage, await dearer(stage)),
  "subscriptions.update price, always_invoice": async (stage) =>
    changed(stage, { ...(await dearer(stage)), proration_behavior: "always_invoice" }),
  "subscriptions.update always_invoice, payment fails, allow_incomplete": async (stage) =>
    changed(stage, { ...(await dearer(stage)), proration_behavior: "always_invoice" }, true),
  "subscriptions.update pending_if_incomplete, payment fails": async (stage) =>
    changed(stage, await pending(stage), true),
  "pending update paid later": async (stage) => {
    const { subscription, customer, invoice } = await waiting(stage);
    const good = await stage.stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stage.stripe.subscriptions
      .update(subscription, { default_payment_method: good.id })
      .catch(() => null);
    return stage.during(() => stage.stripe.invoices.pay(invoice, { payment_method: good.id }));
  },
  "pending update never paid": async (stage) => {
    await waiting(stage);
    return stage.during(() => stage.pass(DAY));
  },
  "subscriptions.update cancel_at_period_end": changedBy({ cancel_at_period_end: true }),
  "subscriptions.update pause_collection": changedBy({ pause_collection: { behavior: "void" } }),
  "subscriptions.cancel now": async ({ stripe, subscription, during, pass }) => {
    const plain = await subscription();
    const prorated = await subscription();
    await pass(DAY);
    return [
      await during(() => stripe.subscriptions.cancel(plain.id)),
      await during(() => stripe.subscriptions.cancel(prorated.id, { prorate: true })),
    ];
  },
  "cancel_at reached": async ({ stripe, subscription, during, pass }) => {
    const { id } = await subscription();
    // With prorations a last invoice would follow, of what the end gave back.
    const cancel_at = Math.floor(Date.now() / 1000) + 3 * DAY;
    await stripe.subscriptions.update(id, { cancel_at, proration_behavior: "none" });
    return during(() => pass(4 * DAY));
  },
  "subscriptions.pause": async ({ stripe, subscription, during }) => {
    const { id } = await subscription();
    return during(() => stripe.subscriptions.pause(id, { type: "subscription" }));
  },
  "subscriptions.resume": async ({ stripe, subscription, during }) => {
    const { id } = await subscription();
    await stripe.subscriptions.pause(id, { type: "subscription" });
    return during(() => stripe.subscriptions.resume(id));
  },
};

function changedBy(params: Stripe.SubscriptionUpdateParams): Scenario {
  return (stage) => changed(stage, params);
}

/** Changes a subscription that was just begun, with a card that has failed since or one that hasn't. */
async function changed(
  { stripe, subscription, during }: Stage,
  { items, ...params }: Stripe.SubscriptionUpdateParams,
  failing = false,
): Promise<string[]> {
  const { id, customer, items: present } = await subscription();
  if (failing) {
    const broken = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: String(customer),
    });
    await stripe.subscriptions.update(id, { default_payment_method: broken.id });
  }
  const item = present.data[0]?.id ?? "";
  const moved = items === undefined ? {} : { items: items.map((one) => ({ ...one, id: item })) };
  return during(() => stripe.subscriptions.update(id, { ...params, ...moved }).catch(() => null));
}

/** Twice as much. */
async function dearer({ monthly }: Stage): Promise<Stripe.SubscriptionUpdateParams> {
  return { items: [{ price: monthly.id, quantity: 2 }] };
}

async function pending(stage: Stage): Promise<Stripe.SubscriptionUpdateParams> {
  return {
    ...(await dearer(stage)),
    payment_behavior: "pending_if_incomplete",
    proration_behavior: "always_invoice",
  };
}

/** A subscription whose change waits for a payment that failed. */
async function waiting({ stripe, subscription, monthly }: Stage) {
  const { id, customer, items } = await subscription();
  const broken = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
    customer: String(customer),
  });
  await stripe.subscriptions.update(id, { default_payment_method: broken.id });
  const { latest_invoice: invoice } = await stripe.subscriptions.update(id, {
    items: [{ id: items.data[0]?.id ?? "", price: monthly.id, quantity: 2 }],
    payment_behavior: "pending_if_incomplete",
    proration_behavior: "always_invoice",
  });
  return { subscription: id, customer: String(customer), invoice: String(invoice) };
}
