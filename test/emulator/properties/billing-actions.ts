import type Stripe from "stripe";
import { cardOf } from "./payment-actions";
import { type Action, oneOf, some, type World } from "./world";

const DAY = 86_400;

/** A price of some amount and interval: one that is there, or a new one. */
async function priceOf(world: World): Promise<string> {
  const present = world.pick(world.account.store.list("price").filter(({ recurring }) => recurring !== null));
  if (present && world.how % 3 > 0) return present.id;
  const { id } = await world.stripe.prices.create({
    currency: "usd",
    product_data: { name: "Reader" },
    recurring: { interval: oneOf(world, "month", "week", "year") },
    unit_amount: world.how % 4_000,
  });
  return id;
}

async function subscribe(world: World): Promise<unknown> {
  const more = oneOf<Partial<Stripe.SubscriptionCreateParams>>(
    world,
    {},
    { payment_behavior: "default_incomplete" },
    { trial_period_days: 5 },
    { collection_method: "send_invoice", days_until_due: 3 },
    { payment_behavior: "error_if_incomplete" },
    { trial_period_days: 5, trial_settings: { end_behavior: { missing_payment_method: "pause" } } },
    { cancel_at_period_end: true },
    { trial_period_days: 5, trial_settings: { end_behavior: { missing_payment_method: "cancel" } } },
  );
  const items = [{ price: await priceOf(world), quantity: 1 + (world.how % 3) }];
  return await world.stripe.subscriptions.create({ customer: some(world, "customer").id, items, ...more });
}

async function change(world: World): Promise<unknown> {
  const { id, items } = some(world, "subscription");
  const item = { id: items[0] ?? "" };
  const ways: readonly Stripe.SubscriptionUpdateParams[] = [
    { items: [{ ...item, quantity: 1 + (world.how % 5) }], proration_behavior: "always_invoice" },
    { items: [{ ...item, price: await priceOf(world) }] },
    { cancel_at_period_end: world.how % 2 === 0 },
    { trial_end: "now" },
    { pause_collection: { behavior: oneOf(world, "void", "keep_as_draft", "mark_uncollectible") } },
    { pause_collection: "" },
    { billing_cycle_anchor: { type: "now" } },
    { trial_end: world.account.now() + 3 * DAY },
    {
      items: [{ ...item, quantity: 6 }],
      payment_behavior: "pending_if_incomplete",
      proration_behavior: "always_invoice",
    },
    { cancel_at: world.account.now() + 2 * DAY },
  ];
  return await world.stripe.subscriptions.update(id, ways[world.how % ways.length] ?? {});
}

async function bill(world: World): Promise<unknown> {
  const { id: customer } = some(world, "customer");
  await world.stripe.invoiceItems.create({ amount: (world.how % 3_000) - 500, currency: "usd", customer });
  return await world.stripe.invoices.create({
    auto_advance: world.how % 2 === 0,
    customer,
    pending_invoice_items_behavior: "include",
  });
}

async function schedule(world: World): Promise<unknown> {
  const { stripe } = world;
  if (world.how % 2 === 0) {
    return await stripe.subscriptionSchedules.create({ from_subscription: some(world, "subscription").id });
  }
  return await stripe.subscriptionSchedules.create({
    customer: some(world, "customer").id,
    end_behavior: oneOf(world, "cancel", "release"),
    phases: [{ duration: { interval: "month" }, items: [{ price: await priceOf(world) }] }],
    start_date: oneOf<"now" | number>(world, "now", world.account.now() + 2 * DAY),
  });
}

export const BILLING_ACTIONS = {
  customer: async (world) => {
    const { id: customer } = await world.stripe.customers.create({ balance: (world.how % 400) - 200 });
    if (world.how % 5 === 0) return;
    const { id } = await world.stripe.paymentMethods.attach(cardOf(world), { customer });
    await world.stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  },
  newCard: async (world) => {
    const { id: customer } = some(world, "customer");
    const { id } = await world.stripe.paymentMethods.attach(cardOf(world), { customer });
    await world.stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  },
  deleteCustomer: (world) =>
    world.how % 4 === 0 ? world.stripe.customers.del(some(world, "customer").id) : Promise.resolve(),
  subscribe,
  subscribeAgain: subscribe,
  change,
  changeAgain: change,
  cancel: (world) =>
    world.stripe.subscriptions.cancel(some(world, "subscription").id, {
      invoice_now: world.how % 2 === 0,
      prorate: world.how % 3 === 0,
    }),
  pause: (world) =>
    world.stripe.subscriptions.pause(some(world, "subscription").id, {
      invoicing_behavior: oneOf(world, "pending_invoice_item", "invoice"),
      type: "subscription",
    }),
  resume: (world) =>
    world.stripe.subscriptions.resume(some(world, "subscription").id, {
      payment_behavior: oneOf(world, "resume_on_payment_attempt", "resume_on_payment_success"),
    }),
  bill,
  finalize: (world) => world.stripe.invoices.finalizeInvoice(some(world, "invoice").id),
  payInvoice: (world) =>
    world.stripe.invoices.pay(some(world, "invoice").id, { paid_out_of_band: world.how % 3 === 0 }),
  voidInvoice: (world) => world.stripe.invoices.voidInvoice(some(world, "invoice").id),
  giveUp: (world) => world.stripe.invoices.markUncollectible(some(world, "invoice").id),
  deleteInvoice: (world) => world.stripe.invoices.del(some(world, "invoice").id),
  credit: (world) => {
    const { amount_remaining, id } = some(world, "invoice");
    const amount = Math.max(1, oneOf(world, amount_remaining, 10));
    return world.stripe.creditNotes.create({ amount, invoice: id });
  },
  schedule,
  release: (world) => world.stripe.subscriptionSchedules.release(some(world, "subscription_schedule").id),
  cancelSchedule: (world) =>
    world.stripe.subscriptionSchedules.cancel(some(world, "subscription_schedule").id),
  passHours: async (world) => world.pass(oneOf(world, 60, 3_700, 24 * 3_600)),
  passDays: async (world) => world.pass(oneOf(world, 2 * DAY, 8 * DAY, 33 * DAY)),
} as const satisfies Readonly<Record<string, Action>>;
