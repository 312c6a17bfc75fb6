import { customerWith, letPass } from "../../support/shop";
import type { Guide } from "../tour";

const HOUR = 3600;

/** Meters, what is reported to them, and a subscription billed by it. */
export async function meters({ stripe, emulator, account }: Guide): Promise<void> {
  const meter = await stripe.billing.meters.create({
    default_aggregation: { formula: "sum" },
    display_name: "Pages",
    event_name: "page_read",
  });
  await stripe.billing.meters.update(meter.id, { display_name: "Pages read" });
  await stripe.billing.meters.retrieve(meter.id);
  await stripe.billing.meters.list();
  const price = await stripe.prices.create({
    currency: "usd",
    product_data: { name: "Reading" },
    recurring: { interval: "month", meter: meter.id, usage_type: "metered" },
    unit_amount: 2,
  });
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
  const event = await stripe.billing.meterEvents.create({
    event_name: "page_read",
    payload: { stripe_customer_id: customer, value: "40" },
  });
  const hour = event.timestamp - (event.timestamp % HOUR);
  await stripe.billing.meters.listEventSummaries(meter.id, {
    customer,
    end_time: hour + HOUR,
    start_time: hour,
    value_grouping_window: "hour",
  });
  await stripe.billing.meterEvents.create({
    event_name: "page_read",
    identifier: "a mistake",
    payload: { stripe_customer_id: customer, value: "4000" },
  });
  await stripe.billing.meterEventAdjustments.create({
    cancel: { identifier: "a mistake" },
    event_name: "page_read",
    type: "cancel",
  });
  await letPass(emulator, account, 32 * 24 * HOUR);
  await stripe.billing.meters.deactivate(meter.id);
  await stripe.billing.meters.reactivate(meter.id);
}
