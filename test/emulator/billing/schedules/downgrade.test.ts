import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

/** A reader of the dear plan, $30.00 a month, whose shop has a cheap one for $9.00 too. */
async function reader(account: string) {
  const shop = await openShop(emulator, account);
  const dear = await shop.stripe.prices.create({
    currency: "usd",
    product: shop.product.id,
    recurring: { interval: "month" },
    unit_amount: 3000,
  });
  const { id: customer } = await customerWith(shop.stripe, "pm_card_visa");
  const subscription = await shop.stripe.subscriptions.create({ customer, items: [{ price: dear.id }] });
  return { ...shop, customer, dear, subscription };
}

/** The application's way down: what is now until the period ends, then the other price. */
async function downgrade(stripe: Stripe, subscription: Stripe.Subscription, price: string) {
  const { id, phases } = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const [now] = phases;
  if (!now) throw new Error("A schedule without phases");
  return stripe.subscriptionSchedules.update(id, {
    end_behavior: "release",
    phases: [
      {
        end_date: now.end_date,
        items: now.items.map((item) => ({ price: String(item.price), quantity: item.quantity ?? 1 })),
        start_date: now.start_date,
      },
      { items: [{ price, quantity: 1 }] },
    ],
  });
}

const periodEnd = (subscription: Stripe.Subscription) => subscription.items.data[0]?.current_period_end ?? 0;

describe("a downgrade at the end of the period", () => {
  it("takes the subscription over as it is", async () => {
    const { stripe, subscription, dear } = await reader("over");
    const before = await lastEvent(stripe);
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
    expect(schedule).toMatchObject({
      current_phase: { end_date: periodEnd(subscription), start_date: subscription.created },
      end_behavior: "release",
      phases: [{ items: [{ price: dear.id, quantity: 1 }], end_date: periodEnd(subscription) }],
      status: "active",
      subscription: subscription.id,
    });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ schedule: schedule.id });
    expect(await eventTypes(stripe, before)).toEqual([
      "subscription_schedule.created",
      "customer.subscription.updated",
    ]);
  });

  it("changes nothing now", async () => {
    const { stripe, subscription, dear, monthly } = await reader("nothing");
    const schedule = await downgrade(stripe, subscription, monthly.id);
    expect(schedule.phases).toHaveLength(2);
    const { items, latest_invoice } = await stripe.subscriptions.retrieve(subscription.id);
    expect(items.data[0]?.price.id).toBe(dear.id);
    expect(latest_invoice).toBe(subscription.latest_invoice);
    expect((await stripe.invoiceItems.list({ pending: true })).data).toEqual([]);
    const [updated] = (await stripe.events.list({ limit: 1 })).data;
    expect(updated?.type).toBe("subscription_schedule.updated");
  });

  it("is told by a preview of the next invoice", async () => {
    const { stripe, subscription, monthly } = await reader("told");
    const schedule = await downgrade(stripe, subscription, monthly.id);
    const ofSubscription = await stripe.invoices.createPreview({ subscription: subscription.id });
    const ofSchedule = await stripe.invoices.createPreview({ schedule: schedule.id });
    expect([ofSubscription.total, ofSchedule.total]).toEqual([900, 900]);
  });

  it("comes with the renewal, whose invoice is for the new price alone", async () => {
    const { stripe, subscription, monthly } = await reader("renewal");
    const schedule = await downgrade(stripe, subscription, monthly.id);
    const before = await lastEvent(stripe);
    await letPass(emulator, "renewal", periodEnd(subscription) - subscription.created + 10);
    const changed = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(changed.latest_invoice).toMatchObject({
      billing_reason: "subscription_cycle",
      lines: { data: [{ amount: 900 }] },
    });
    expect(changed.items.data).toMatchObject([
      {
        id: subscription.items.data[0]?.id,
        price: { id: monthly.id },
        current_period_start: periodEnd(subscription),
      },
    ]);
    expect(changed.schedule).toBe(schedule.id);
    expect(await eventTypes(stripe, before)).toEqual([
      "invoice.upcoming",
      "invoice.created",
      "subscription_schedule.updated",
      "customer.subscription.updated",
    ]);
  });

  it("lets go of the subscription when its last phase is over", async () => {
    const { stripe, subscription, monthly } = await reader("let-go");
    const { id } = await downgrade(stripe, subscription, monthly.id);
    await letPass(emulator, "let-go", 70 * 86_400);
    expect(await stripe.subscriptionSchedules.retrieve(id)).toMatchObject({
      current_phase: null,
      released_subscription: subscription.id,
      status: "released",
      subscription: null,
    });
    const free = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(free).toMatchObject({ latest_invoice: { total: 900 }, schedule: null, status: "active" });
    expect(await eventTypes(stripe)).toContain("subscription_schedule.expiring");
  });

  it("is undone by releasing it", async () => {
    const { stripe, subscription, dear, monthly } = await reader("undone");
    const { id } = await downgrade(stripe, subscription, monthly.id);
    const before = await lastEvent(stripe);
    await stripe.subscriptionSchedules.release(id);
    expect(await eventTypes(stripe, before)).toEqual([
      "subscription_schedule.released",
      "customer.subscription.updated",
    ]);
    await letPass(emulator, "undone", 40 * 86_400);
    const kept = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(kept.items.data[0]?.price.id).toBe(dear.id);
    expect(kept.latest_invoice).toMatchObject({ status: "paid", total: 3000 });
    await expect(stripe.subscriptionSchedules.release(id)).rejects.toThrow(/`released` status/);
  });

  it("to a year begins the year with it", async () => {
    const { stripe, subscription, yearly } = await reader("year");
    await downgrade(stripe, subscription, yearly.id);
    await letPass(emulator, "year", 40 * 86_400);
    const changed = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    const [item] = changed.items.data;
    expect(item?.current_period_start).toBe(periodEnd(subscription));
    expect((item?.current_period_end ?? 0) - periodEnd(subscription)).toBeGreaterThan(364 * 86_400);
    expect(changed.latest_invoice).toMatchObject({ status: "paid", total: 9000 });
  });
});

describe("a subscription that a schedule manages", () => {
  it("isn't told by anybody else when to end", async () => {
    const { stripe, subscription } = await reader("governed");
    await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
    const end = stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    await expect(end).rejects.toThrow(/managed by the subscription schedule/);
  });

  it("has one schedule at most", async () => {
    const { stripe, subscription } = await reader("one");
    await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
    const second = stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
    await expect(second).rejects.toThrow(/already attached to a schedule/);
  });

  it("takes its schedule with it when it is canceled", async () => {
    const { stripe, subscription } = await reader("gone");
    const { id } = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
    const before = await lastEvent(stripe);
    expect(await stripe.subscriptions.cancel(subscription.id)).toMatchObject({ schedule: null });
    expect(await stripe.subscriptionSchedules.retrieve(id)).toMatchObject({ status: "canceled" });
    expect(await eventTypes(stripe, before)).toEqual([
      "subscription_schedule.canceled",
      "customer.subscription.deleted",
    ]);
  });
});
