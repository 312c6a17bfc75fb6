import type Stripe from "stripe";
import { customerWith, letPass, openShop } from "../../support/shop";
import type { Guide } from "../tour";

const DAY = 86_400;

/** Subscriptions whose changes are settled beforehand, and how each of their schedules can end. */
export async function schedules({ stripe, emulator, account }: Guide): Promise<void> {
  const { monthly, yearly } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
  const taken = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const [now] = taken.phases;
  const phases = [
    { end_date: now?.end_date ?? 0, items: [{ price: monthly.id }], start_date: now?.start_date ?? 0 },
    { items: [{ price: yearly.id, quantity: 2 }], metadata: { terms: "yearly" } },
  ];
  await stripe.subscriptionSchedules.update(taken.id, { phases });
  await stripe.subscriptionSchedules.retrieve(taken.id, { expand: ["subscription", "phases.items.price"] });
  await stripe.invoices.createPreview({ schedule: taken.id });
  await letPass(emulator, account, 35 * DAY);
  await stripe.subscriptionSchedules.release(taken.id);

  const phase: Stripe.SubscriptionScheduleCreateParams.Phase = {
    duration: { interval: "month", interval_count: 2 },
    items: [{ price: monthly.id }],
  };
  const ending = await stripe.subscriptionSchedules.create({
    customer,
    end_behavior: "cancel",
    phases: [phase],
    start_date: "now",
  });
  await letPass(emulator, account, 70 * DAY);
  await stripe.subscriptionSchedules.retrieve(ending.id, { expand: ["customer"] });

  const canceled = await stripe.subscriptionSchedules.create({ customer, phases: [phase] });
  await stripe.subscriptionSchedules.cancel(canceled.id);
  await stripe.subscriptionSchedules.list({ customer });

  const { id: broke } = await customerWith(stripe, "pm_card_chargeCustomerFail");
  await stripe.subscriptionSchedules.create({ customer: broke, phases: [phase] });
  await letPass(emulator, account, 30 * DAY);
}
