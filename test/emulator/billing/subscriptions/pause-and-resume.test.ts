import { describe, expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const DAY = 86_400;
const HOUR = 3600;

/** A subscription of $10.00 every ten days, paused after four of them. */
async function paused(account: string) {
  const { stripe, product } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const price = await stripe.prices.create({
    currency: "usd",
    product: product.id,
    recurring: { interval: "day", interval_count: 10 },
    unit_amount: 1000,
  });
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
  await letPass(emulator, account, 4 * DAY);
  const before = await lastEvent(stripe);
  return {
    before,
    customer,
    stripe,
    stopped: await stripe.subscriptions.pause(subscription.id),
    subscription,
  };
}

/** From now on no payment of the customer succeeds. */
async function breakCard({ customer, stripe }: Awaited<ReturnType<typeof paused>>) {
  const broken = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: broken.id } });
}

describe("a pause", () => {
  it("gives unused time back, bills nothing more, and says why it is", async () => {
    const { stripe, before, stopped } = await paused("gives-back");
    expect(stopped).toMatchObject({
      status: "paused",
      status_details: { paused: { subscription: { type: "pause_requested" }, type: "subscription" } },
    });
    expect((await stripe.invoiceItems.list({ pending: true })).data).toMatchObject([{ amount: -600 }]);
    expect(await eventTypes(stripe, before)).toEqual([
      "invoiceitem.created",
      "customer.subscription.paused",
      "customer.subscription.updated",
    ]);
    await letPass(emulator, "gives-back", 30 * DAY);
    expect((await stripe.invoices.list()).data).toHaveLength(1);
  });

  it("isn't for what is paused, over, or managed by a schedule", async () => {
    const { stripe, stopped, customer, subscription } = await paused("not-for");
    await expect(stripe.subscriptions.pause(stopped.id)).rejects.toThrow(/`paused` status cannot be paused/);
    const other = await stripe.subscriptions.create({
      customer,
      items: [{ price: subscription.items.data[0]?.price.id ?? "" }],
    });
    await stripe.subscriptionSchedules.create({ from_subscription: other.id });
    await expect(stripe.subscriptions.pause(other.id)).rejects.toThrow(/subscription schedule/);
  });
});

describe("a resumption", () => {
  it("begins a period anew, less what was given back", async () => {
    const { stripe, stopped } = await paused("anew");
    await letPass(emulator, "anew", 20 * DAY);
    const before = await lastEvent(stripe);
    const resumed = await stripe.subscriptions.resume(stopped.id, { expand: ["latest_invoice"] });
    expect(resumed).toMatchObject({ latest_invoice: { status: "paid", total: 400 }, status: "active" });
    expect(resumed.status_details).toBeUndefined();
    const [item] = resumed.items.data;
    expect((item?.current_period_end ?? 0) - (item?.current_period_start ?? 0)).toBe(10 * DAY);
    expect(await eventTypes(stripe, before)).toContain("customer.subscription.resumed");
  });

  it("with its anchor unchanged charges the rest of the period that would run", async () => {
    const { stripe, stopped, subscription } = await paused("unchanged");
    await letPass(emulator, "unchanged", 2 * DAY);
    const resumed = await stripe.subscriptions.resume(stopped.id, {
      billing_cycle_anchor: { type: "unchanged" },
    });
    expect(resumed.items.data[0]?.current_period_end).toBe(subscription.items.data[0]?.current_period_end);
    const pending = await stripe.invoiceItems.list({ pending: true });
    expect(pending.data.map(({ amount }) => amount)).toEqual([400, -600]);
  });

  it("whose payment fails leaves it past due, or paused where payment must succeed", async () => {
    const [tried, succeeding] = [await paused("tried"), await paused("must")];
    await breakCard(tried);
    await breakCard(succeeding);
    await letPass(emulator, "tried", 20 * DAY);
    await letPass(emulator, "must", 20 * DAY);
    expect(await tried.stripe.subscriptions.resume(tried.stopped.id)).toMatchObject({ status: "past_due" });
    const waiting = await succeeding.stripe.subscriptions.resume(succeeding.stopped.id, {
      payment_behavior: "resume_on_payment_success",
    });
    expect(waiting.status).toBe("paused");
    await succeeding.stripe.invoices.pay(String(waiting.latest_invoice), { payment_method: "pm_card_visa" });
    expect(await succeeding.stripe.subscriptions.retrieve(waiting.id)).toMatchObject({ status: "active" });
  });

  it("that nobody pays within 23 hours is given up, and the subscription stays paused", async () => {
    const life = await paused("stays");
    await breakCard(life);
    const { id } = await life.stripe.subscriptions.resume(life.stopped.id, {
      payment_behavior: "resume_on_payment_success",
    });
    await letPass(emulator, "stays", 24 * HOUR);
    const given = await life.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect(given).toMatchObject({ latest_invoice: { status: "void" }, status: "paused" });
  });

  it("isn't for what runs", async () => {
    const { stripe, stopped } = await paused("runs");
    await stripe.subscriptions.resume(stopped.id);
    await expect(stripe.subscriptions.resume(stopped.id)).rejects.toThrow(
      /You can only resume a subscription if it is `paused`/,
    );
  });
});
