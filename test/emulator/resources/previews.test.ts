import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { customerWith, lastEvent, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const DAY = 86_400;
const MONTH = 31 * DAY + 2 * 3600;

const emulator = useEmulator();

async function subscribed(account: string, params: Partial<Stripe.SubscriptionCreateParams> = {}) {
  const shop = await openShop(emulator, account);
  const { stripe } = shop;
  const customer = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: shop.monthly.id }],
    ...params,
  });
  return { ...shop, customer, subscription, item: subscription.items.data[0]?.id ?? "" };
}

/** What of an invoice is money. */
function billed({ lines, subtotal, total, total_discount_amounts, total_taxes }: Stripe.Invoice) {
  return {
    discounts: total_discount_amounts?.map(({ amount }) => amount),
    lines: lines.data.map(({ amount, description, period, quantity }) => [
      amount,
      description,
      period,
      quantity,
    ]),
    subtotal,
    taxes: total_taxes?.map(({ amount }) => amount),
    total,
  };
}

describe("a preview", () => {
  it("of the next invoice is what is then billed, with discounts, taxes and what is pending", async () => {
    const shop = await openShop(emulator, "next");
    const rate = await shop.stripe.taxRates.create({ display_name: "VAT", inclusive: false, percentage: 19 });
    const coupon = await shop.stripe.coupons.create({ duration: "forever", percent_off: 15 });
    const customer = await customerWith(shop.stripe, "pm_card_visa");
    const subscription = await shop.stripe.subscriptions.create({
      customer: customer.id,
      default_tax_rates: [rate.id],
      discounts: [{ coupon: coupon.id }],
      items: [{ price: shop.monthly.id, quantity: 3 }],
    });
    await letPass(emulator, "next", 10 * DAY);
    await shop.stripe.subscriptions.update(subscription.id, {
      items: [{ id: subscription.items.data[0]?.id ?? "", quantity: 5 }],
    });
    await shop.stripe.invoiceItems.create({ customer: customer.id, amount: 333, currency: "usd" });
    const preview = await shop.stripe.invoices.createPreview({ subscription: subscription.id });
    expect(preview.id).toMatch(/^upcoming_in_/);
    await letPass(emulator, "next", MONTH - 10 * DAY);
    const [invoice] = (await shop.stripe.invoices.list({ subscription: subscription.id })).data;
    expect(invoice?.billing_reason).toBe("subscription_cycle");
    if (invoice) expect(billed(preview)).toEqual(billed(invoice));
  });

  it("of a change, billed at once or with the next invoice, is what the change then bills", async () => {
    const { stripe, subscription, item, yearly } = await subscribed("change");
    await letPass(emulator, "change", 11 * DAY);
    const proration_date = subscription.items.data[0]?.current_period_start ?? 0;
    const change = { items: [{ id: item, price: yearly.id }], proration_date: proration_date + 7 * DAY };
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { ...change, proration_behavior: "always_invoice" },
    });
    expect(preview).toMatchObject({ status: "draft", number: null, amount_paid: 0 });
    const changed = await stripe.subscriptions.update(subscription.id, {
      ...change,
      expand: ["latest_invoice"],
      proration_behavior: "always_invoice",
    });
    const invoice = changed.latest_invoice;
    if (invoice === null || typeof invoice === "string") throw new Error("The invoice wasn't expanded");
    expect(billed(preview)).toEqual(billed(invoice));
    expect(preview.amount_due).toBe(invoice.amount_due);
  });

  it("of a change with something billed once beside it is what the change then bills", async () => {
    const { stripe, subscription, item, yearly, customer } = await subscribed("beside");
    const product = typeof yearly.product === "string" ? yearly.product : yearly.product.id;
    const once = { price_data: { currency: "usd", product, unit_amount: 500 }, quantity: 1 };
    const change = {
      items: [{ id: item, price: yearly.id }],
      proration_behavior: "always_invoice" as const,
      proration_date: subscription.items.data[0]?.current_period_start ?? 0,
    };
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      invoice_items: [{ ...once, description: "In our words" }],
      subscription_details: change,
    });
    expect(preview.lines.data).toContainEqual(
      expect.objectContaining({ amount: 500, description: "In our words" }),
    );
    expect((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data).toEqual([]);
    const { latest_invoice: invoice } = await stripe.subscriptions.update(subscription.id, {
      ...change,
      add_invoice_items: [once],
      expand: ["latest_invoice"],
    });
    expect(invoice).toMatchObject({ amount_due: preview.amount_due, total: 9000 - 900 + 500 });
  });

  it("of a new subscription is what its first invoice is", async () => {
    const { stripe, customer, yearly } = await subscribed("new");
    const items = [{ price: yearly.id, quantity: 2 }];
    const preview = await stripe.invoices.createPreview({
      customer: customer.id,
      subscription_details: { items },
    });
    expect(preview).toMatchObject({ amount_due: 18_000, total: 18_000 });
  });

  it("leaves nothing behind: no event, no object, no number taken", async () => {
    const { stripe, subscription, item, customer, yearly } = await subscribed("nothing");
    const before = await lastEvent(stripe);
    await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items: [{ id: item, price: yearly.id }], proration_behavior: "always_invoice" },
    });
    expect(await lastEvent(stripe)).toBe(before);
    expect(JSON.stringify(await stripe.subscriptions.retrieve(subscription.id))).toBe(
      JSON.stringify(subscription),
    );
    const draft = await stripe.invoices.create({ customer: customer.id });
    expect((await stripe.invoices.finalizeInvoice(draft.id)).number).toMatch(/-0002$/);
  });

  it("of a subscription that ends is refused, unless something is pending", async () => {
    const { stripe, subscription, customer } = await subscribed("ends", { cancel_at_period_end: true });
    const preview = () => stripe.invoices.createPreview({ subscription: subscription.id });
    await expect(preview()).rejects.toMatchObject({
      code: "invoice_upcoming_none",
      message: `No upcoming invoices for customer: '${customer.id}'`,
    });
    await stripe.invoiceItems.create({ customer: customer.id, amount: 250, currency: "usd" });
    expect((await preview()).total).toBe(250);
  });
});

describe("the lines of a draft", () => {
  it("are added, changed in their place and taken off, and the totals follow", async () => {
    const { stripe, customer, monthly } = await subscribed("lines");
    const draft = await stripe.invoices.create({ customer: customer.id });
    const once = await stripe.prices.create({
      currency: "usd",
      product: String(monthly.product),
      unit_amount: 250,
    });
    const added = await stripe.invoices.addLines(draft.id, {
      invoice_metadata: { edited: "yes" },
      lines: [
        { amount: 300, description: "A note" },
        { pricing: { price: once.id }, quantity: 2 },
      ],
    });
    expect(added).toMatchObject({ metadata: { edited: "yes" }, total: 800 });
    const [note, copies] = added.lines.data;
    const changed = await stripe.invoices.updateLines(draft.id, {
      lines: [{ id: copies?.id ?? "", quantity: 3 }],
    });
    expect(changed).toMatchObject({
      total: 1050,
      lines: { data: [{ id: note?.id }, { id: copies?.id, amount: 750, quantity: 3 }] },
    });
    const line = await stripe.invoices.updateLineItem(draft.id, note?.id ?? "", {
      description: "A long note",
    });
    expect(line).toMatchObject({ id: note?.id, description: "A long note", amount: 300 });
    const left = await stripe.invoices.removeLines(draft.id, {
      lines: [{ id: note?.id ?? "", behavior: "unassign" }],
    });
    expect(left).toMatchObject({ total: 750, lines: { total_count: 1 } });
    expect((await stripe.invoiceItems.list({ pending: true })).data).toHaveLength(1);
  });

  it("may give back, and are then not discounted", async () => {
    const { stripe, customer } = await subscribed("credit");
    const coupon = await stripe.coupons.create({ percent_off: 10 });
    const draft = await stripe.invoices.create({ customer: customer.id, discounts: [{ coupon: coupon.id }] });
    const added = await stripe.invoices.addLines(draft.id, { lines: [{ amount: 1000 }, { amount: -300 }] });
    expect(added).toMatchObject({
      subtotal: 700,
      total: 600,
      lines: { data: [{ amount: 1000 }, { amount: -300, discountable: false, discount_amounts: [] }] },
    });
  });

  it("stay as they are once it is closed", async () => {
    const { stripe, subscription } = await subscribed("closed");
    await expect(
      stripe.invoices.addLines(String(subscription.latest_invoice), { lines: [{ amount: 1 }] }),
    ).rejects.toMatchObject({ code: "invoice_not_editable" });
  });
});
