import { describe, expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const HOUR = 3600;

/** A reader whose card was good for the first month and is refused for the change to a year. */
async function refusedChange(account: string) {
  const shop = await openShop(emulator, account);
  const { id: customer } = await customerWith(shop.stripe, "pm_card_visa");
  const subscription = await shop.stripe.subscriptions.create({
    customer,
    items: [{ price: shop.monthly.id }],
  });
  const broken = await shop.stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await shop.stripe.subscriptions.update(subscription.id, { default_payment_method: broken.id });
  const before = await lastEvent(shop.stripe);
  const waiting = await shop.stripe.subscriptions.update(subscription.id, {
    items: [{ id: subscription.items.data[0]?.id ?? "", price: shop.yearly.id }],
    payment_behavior: "pending_if_incomplete",
    proration_behavior: "always_invoice",
  });
  return { ...shop, before, subscription, waiting };
}

describe("a change that must be paid to hold", () => {
  it("waits where its payment fails, and leaves the subscription as it is", async () => {
    const { stripe, before, monthly, waiting, yearly } = await refusedChange("waits");
    expect(waiting).toMatchObject({
      items: { data: [{ price: { id: monthly.id } }] },
      pending_update: { subscription_items: [{ price: { id: yearly.id } }] },
      status: "active",
    });
    expect(await eventTypes(stripe, before)).toEqual([
      "invoiceitem.created",
      "invoiceitem.created",
      "invoice.created",
      "invoice.finalized",
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
      "invoice.payment_failed",
      "customer.subscription.updated",
      "customer.updated",
    ]);
  });

  it("is carried out when it is paid", async () => {
    const { stripe, waiting, yearly } = await refusedChange("paid");
    const before = await lastEvent(stripe);
    await stripe.invoices.pay(String(waiting.latest_invoice), { payment_method: "pm_card_visa" });
    const changed = await stripe.subscriptions.retrieve(waiting.id);
    expect(changed).toMatchObject({ items: { data: [{ price: { id: yearly.id } }] }, pending_update: null });
    expect(changed.items.data[0]?.id).toBe(waiting.items.data[0]?.id);
    expect(await eventTypes(stripe, before)).toEqual(
      expect.arrayContaining([
        "customer.subscription.pending_update_applied",
        "customer.subscription.updated",
      ]),
    );
  });

  it("is given up after 23 hours, its invoice void", async () => {
    const { stripe, monthly, waiting } = await refusedChange("given-up");
    await letPass(emulator, "given-up", 24 * HOUR);
    expect(await stripe.subscriptions.retrieve(waiting.id, { expand: ["latest_invoice"] })).toMatchObject({
      items: { data: [{ price: { id: monthly.id } }] },
      latest_invoice: { status: "void" },
      pending_update: null,
      status: "active",
    });
    expect(await eventTypes(stripe)).toContain("customer.subscription.pending_update_expired");
  });

  it("that was given up leaves what was paid before to be given back by the next one", async () => {
    const { stripe, waiting, yearly } = await refusedChange("next");
    const item = waiting.items.data[0]?.id ?? "";
    await stripe.subscriptions.update(waiting.id, { default_payment_method: "" });
    const changed = await stripe.subscriptions.update(waiting.id, {
      expand: ["latest_invoice"],
      items: [{ id: item, price: yearly.id }],
      proration_behavior: "always_invoice",
    });
    expect(changed).toMatchObject({ latest_invoice: { status: "paid" }, pending_update: null });
    const invoice = typeof changed.latest_invoice === "object" ? changed.latest_invoice : null;
    expect(invoice?.lines.data.map(({ amount }) => Math.sign(amount))).toEqual([-1, 1]);
  });

  it("ends a trial only when it is paid", async () => {
    const { stripe, monthly } = await openShop(emulator, "trial");
    const { id: customer } = await customerWith(stripe, "pm_card_chargeCustomerFail");
    const items = [{ price: monthly.id }];
    const trial = await stripe.subscriptions.create({ customer, items, trial_period_days: 10 });
    const waits = { payment_behavior: "pending_if_incomplete", trial_end: "now" } as const;
    const waiting = await stripe.subscriptions.update(trial.id, waits);
    expect(waiting).toMatchObject({ status: "trialing", trial_end: trial.trial_end });
    await stripe.invoices.pay(String(waiting.latest_invoice), { payment_method: "pm_card_visa" });
    expect(await stripe.subscriptions.retrieve(trial.id)).toMatchObject({
      pending_update: null,
      status: "active",
      trial_end: waiting.pending_update?.trial_end,
    });
  });

  it("holds at once where it is paid at once", async () => {
    const { stripe, monthly, yearly } = await openShop(emulator, "at-once");
    const { id: customer } = await customerWith(stripe, "pm_card_visa");
    const subscription = await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
    const changed = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]?.id ?? "", price: yearly.id }],
      payment_behavior: "pending_if_incomplete",
      proration_behavior: "always_invoice",
    });
    expect(changed).toMatchObject({ items: { data: [{ price: { id: yearly.id } }] }, pending_update: null });
  });

  it("takes nothing that can't wait", async () => {
    const { stripe, waiting } = await refusedChange("unfit");
    const update = stripe.subscriptions.update(waiting.id, {
      cancel_at_period_end: true,
      payment_behavior: "pending_if_incomplete",
    });
    await expect(update).rejects.toThrow(/`cancel_at_period_end` aren't supported/);
  });
});
