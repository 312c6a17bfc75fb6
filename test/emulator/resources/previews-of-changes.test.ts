import { describe, expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const DAY = 86_400;

const emulator = useEmulator();

async function subscribed(account: string) {
  const shop = await openShop(emulator, account);
  const { id: customer } = await customerWith(shop.stripe, "pm_card_visa");
  const items = [{ price: shop.monthly.id }];
  const subscription = await shop.stripe.subscriptions.create({ customer, items });
  return { ...shop, customer, subscription: subscription.id, item: subscription.items.data[0]?.id ?? "" };
}

describe("a preview", () => {
  it("of a pause shows what it gives back, and pauses nothing", async () => {
    const { stripe, subscription } = await subscribed("pause");
    const pause = { invoicing_behavior: "invoice", type: "subscription" } as const;
    const preview = await stripe.invoices.createPreview({ subscription, subscription_details: { pause } });
    expect(preview).toMatchObject({ lines: { data: [{ amount: -900 }] }, total: -900 });
    expect((await stripe.subscriptions.retrieve(subscription)).status).toBe("active");
    const paused = await stripe.subscriptions.pause(subscription, { ...pause, expand: ["latest_invoice"] });
    expect(paused.latest_invoice).toMatchObject({ total: preview.total });
  });

  it("of a resumption shows the invoice it begins with", async () => {
    const { stripe, subscription } = await subscribed("resume");
    await stripe.subscriptions.pause(subscription, {
      bill_for: { unused_time_from: { type: "none" } },
      type: "subscription",
    });
    await letPass(emulator, "resume", 40 * DAY);
    const preview = await stripe.invoices.createPreview({
      subscription,
      subscription_details: { resume_at: "now" },
    });
    const resumed = await stripe.subscriptions.resume(subscription, { expand: ["latest_invoice"] });
    expect(resumed.latest_invoice).toMatchObject({ amount_paid: preview.amount_due, total: 900 });
  });

  it("of what comes again and again leaves out what is billed once", async () => {
    const { stripe, customer, subscription, item } = await subscribed("again");
    await stripe.invoiceItems.create({ amount: 250, currency: "usd", customer });
    const items = [{ id: item, quantity: 3 }];
    const ask = (preview_mode: "next" | "recurring", behavior?: "always_invoice") =>
      stripe.invoices.createPreview({
        preview_mode,
        subscription,
        subscription_details: { items, ...(behavior === undefined ? {} : { proration_behavior: behavior }) },
      });
    expect((await ask("next")).total).toBe(250 - 900 + 2700 + 2700);
    for (const preview of [await ask("recurring"), await ask("recurring", "always_invoice")]) {
      expect(preview.lines.data.map(({ amount, quantity }) => [amount, quantity])).toEqual([[2700, 3]]);
      expect(preview).toMatchObject({ subtotal: 2700, total: 2700 });
    }
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toHaveLength(1);
  });
});

describe("a price made for an item alone", () => {
  const data = (product: string, unit_amount: number) => ({
    currency: "usd",
    product,
    recurring: { interval: "month" as const },
    unit_amount,
  });

  it("is billed as any other, and not for sale", async () => {
    const { stripe, customer, product } = await subscribed("inline");
    const items = [{ price_data: data(product.id, 1234), quantity: 2 }];
    const details = { items };
    const preview = await stripe.invoices.createPreview({ customer, subscription_details: details });
    const made = await stripe.subscriptions.create({ customer, expand: ["latest_invoice"], items });
    expect(made.latest_invoice).toMatchObject({ status: "paid", total: 2468 });
    expect(preview.total).toBe(2468);
    expect(made.items.data[0]?.price).toMatchObject({
      active: false,
      product: product.id,
      unit_amount: 1234,
    });
  });

  it("may take the place of another, and be added beside it", async () => {
    const { stripe, subscription, item, product } = await subscribed("swapped");
    const changed = await stripe.subscriptionItems.update(item, { price_data: data(product.id, 1500) });
    expect(changed.price.unit_amount).toBe(1500);
    const added = await stripe.subscriptionItems.create({ price_data: data(product.id, 100), subscription });
    expect(added.price.unit_amount).toBe(100);
    expect((await stripe.subscriptions.retrieve(subscription)).items.data).toHaveLength(2);
  });

  it("is refused beside one that is named, of no product, and where none is given", async () => {
    const { stripe, customer, monthly, product } = await subscribed("neither");
    const create = (item: { price?: string; price_data?: ReturnType<typeof data>; quantity?: number }) =>
      stripe.subscriptions.create({ customer, items: [item] });
    await expect(create({ price: monthly.id, price_data: data(product.id, 1) })).rejects.toThrow(
      /only specify one/,
    );
    await expect(create({ price_data: data("prod_none", 1) })).rejects.toMatchObject({
      code: "resource_missing",
      param: "items[0][price_data][product]",
    });
    await expect(create({ quantity: 2 })).rejects.toMatchObject({
      code: "parameter_missing",
      param: "items[0][price]",
    });
  });
});
