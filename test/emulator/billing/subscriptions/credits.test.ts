import { describe, expect, it } from "vitest";
import { customerWith, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

async function subscribed(account: string) {
  const { stripe, monthly, product } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const { id, items } = await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
  const pending = async () => {
    const { data } = await stripe.invoiceItems.list({ customer, pending: true });
    return data.reverse();
  };
  const item = items.data[0]?.id ?? "";
  const middle = Math.floor(
    ((items.data[0]?.current_period_start ?? 0) + (items.data[0]?.current_period_end ?? 0)) / 2,
  );
  return { stripe, id, item, middle, pending, product };
}

describe("a credit", () => {
  it("never gives back more than was charged", async () => {
    const { stripe, id, item, pending } = await subscribed("none");
    await stripe.subscriptionItems.update(item, { proration_behavior: "none", quantity: 5 });
    await stripe.subscriptions.cancel(id, { prorate: true });
    expect((await pending()).map(({ amount, quantity }) => [amount, quantity])).toEqual([[-900, 1]]);
  });

  it("refers to the invoice's line that charged it, or to the item that still waits for an invoice", async () => {
    const { stripe, item, middle, pending } = await subscribed("refers");
    await stripe.subscriptionItems.update(item, { proration_date: middle, quantity: 3 });
    await stripe.subscriptionItems.update(item, { proration_date: middle, quantity: 1 });
    const items = await pending();
    expect(items.map(({ amount }) => amount)).toEqual([-450, 1350, -1350, 450]);
    expect(items.map((one) => one.proration_details?.credited_items?.type ?? null)).toEqual([
      "invoice_line_items",
      null,
      "invoice_item",
      null,
    ]);
    expect(items[2]?.proration_details?.credited_items?.invoice_item).toBe(items[1]?.id);
  });

  it("is given once for a charge, also when that has been invoiced since", async () => {
    const { stripe, id, item, middle, pending } = await subscribed("once");
    await stripe.subscriptionItems.update(item, {
      proration_behavior: "always_invoice",
      proration_date: middle,
      quantity: 3,
    });
    await stripe.subscriptionItems.update(item, { proration_date: middle, quantity: 2 });
    expect((await pending()).map(({ amount }) => amount)).toEqual([-1350, 900]);
    await stripe.subscriptions.cancel(id, { invoice_now: false, prorate: true });
    expect((await pending()).reduce((sum, { amount }) => sum + amount, 0)).toBe(-1350);
  });

  it("of an item that was added is for what its addition cost", async () => {
    const { stripe, id, pending, product } = await subscribed("added");
    const { id: price } = await stripe.prices.create({
      currency: "usd",
      product: product.id,
      recurring: { interval: "month" },
      unit_amount: 500,
    });
    const added = await stripe.subscriptionItems.create({ price, subscription: id });
    await stripe.subscriptionItems.del(added.id);
    const items = await pending();
    expect(items.map(({ amount }) => amount)).toEqual([500, -500]);
    expect(items[0]?.parent?.subscription_details?.subscription_item).toBe(added.id);
  });
});
