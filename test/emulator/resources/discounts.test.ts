import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const MONTH = 31 * 86_400 + 2 * 3600;

const emulator = useEmulator();

async function discounted(
  account: string,
  coupon: Stripe.CouponCreateParams,
  params: Partial<Stripe.SubscriptionCreateParams> = {},
) {
  const shop = await openShop(emulator, account);
  const { stripe } = shop;
  const made = await stripe.coupons.create(coupon);
  const customer = await customerWith(stripe, "pm_card_visa");
  const before = await lastEvent(stripe);
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    discounts: [{ coupon: made.id }],
    items: [{ price: shop.monthly.id }],
    ...params,
  });
  const totals = async () => {
    const { data } = await stripe.invoices.list({ customer: customer.id });
    return data.map(({ total }) => total).reverse();
  };
  return { ...shop, coupon: made, customer, subscription, before, totals };
}

describe("a coupon", () => {
  it("that serves once takes off the first invoice, and doesn't stay on the subscription", async () => {
    const { subscription, totals, before, stripe } = await discounted("once", { percent_off: 25 });
    expect(subscription.discounts).toEqual([]);
    expect(await eventTypes(stripe, before)).toContain("customer.discount.created");
    await letPass(emulator, "once", MONTH);
    expect(await totals()).toEqual([675, 900]);
  });

  it("that serves once waits for an invoice that asks for something", async () => {
    const { subscription, totals } = await discounted(
      "once-trial",
      { percent_off: 50 },
      { trial_period_days: 10 },
    );
    expect(subscription.discounts).toHaveLength(1);
    await letPass(emulator, "once-trial", 11 * 86_400);
    expect(await totals()).toEqual([0, 450]);
  });

  it("for months is over when they are", async () => {
    const { stripe, subscription, totals } = await discounted("months", {
      amount_off: 300,
      currency: "usd",
      duration: "repeating",
      duration_in_months: 2,
    });
    await letPass(emulator, "months", MONTH);
    expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toHaveLength(1);
    await letPass(emulator, "months", MONTH);
    expect(await totals()).toEqual([600, 600, 900]);
    expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([]);
    expect(await eventTypes(stripe)).toContain("customer.discount.deleted");
  });

  it("that lasts is shown on invoice and line, and ends when it is taken off", async () => {
    const { stripe, subscription, totals } = await discounted("lasts", {
      percent_off: 10,
      duration: "forever",
    });
    const invoice = await stripe.invoices.retrieve(String(subscription.latest_invoice), {
      expand: ["discounts.source.coupon", "total_discount_amounts.discount"],
    });
    expect(invoice).toMatchObject({
      subtotal: 900,
      total: 810,
      discounts: [{ source: { coupon: { percent_off: 10, times_redeemed: 1 } } }],
      total_discount_amounts: [{ amount: 90 }],
      lines: { data: [{ amount: 900, discount_amounts: [{ amount: 90 }] }] },
    });
    const gone = await stripe.subscriptions.deleteDiscount(subscription.id);
    expect(gone).toMatchObject({ object: "discount", deleted: true });
    await letPass(emulator, "lasts", MONTH);
    expect(await totals()).toEqual([810, 900]);
    await expect(stripe.subscriptions.deleteDiscount(subscription.id)).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
  });

  it("counts for what a change in mid-period gives back and costs", async () => {
    const { stripe, subscription, yearly } = await discounted("prorated", {
      duration: "forever",
      percent_off: 50,
    });
    const [item] = subscription.items.data;
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item?.id ?? "", price: yearly.id }],
      proration_date: item?.current_period_start ?? 0,
    });
    const { data } = await stripe.invoiceItems.list({ pending: true });
    expect(data.map(({ amount }) => amount)).toEqual([4500, -450]);
  });

  it("on one item leaves the others alone", async () => {
    const { stripe, monthly, customer, coupon } = await discounted("items", {
      percent_off: 50,
      duration: "forever",
    });
    const other = await stripe.prices.create({
      currency: "usd",
      product_data: { name: "Notes" },
      recurring: { interval: "month" },
      unit_amount: 500,
    });
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      expand: ["latest_invoice"],
      items: [{ price: monthly.id, discounts: [{ coupon: coupon.id }] }, { price: other.id }],
    });
    expect(subscription.latest_invoice).toMatchObject({ subtotal: 950, total: 950, discounts: [] });
  });

  it("for some products covers their lines alone", async () => {
    const shop = await openShop(emulator, "products");
    const { stripe, product } = shop;
    const customer = await customerWith(stripe, "pm_card_visa");
    const notes = await stripe.prices.create({
      currency: "usd",
      product_data: { name: "Notes" },
      recurring: { interval: "month" },
      unit_amount: 500,
    });
    const coupon = await stripe.coupons.create({
      amount_off: 100,
      currency: "usd",
      applies_to: { products: [product.id] },
    });
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      discounts: [{ coupon: coupon.id }],
      expand: ["latest_invoice"],
      items: [{ price: shop.monthly.id }, { price: notes.id }],
    });
    expect(subscription.latest_invoice).toMatchObject({
      total: 1300,
      lines: { data: [{ discount_amounts: [{ amount: 100 }] }, { discount_amounts: [] }] },
    });
  });

  it("may have the id of a deleted one, and changes nothing that was made of that", async () => {
    const shop = await discounted("again", {
      duration: "forever",
      id: "SUMMER",
      name: "Half",
      percent_off: 50,
    });
    const { stripe, subscription, customer, monthly, totals } = shop;
    const { id: code } = await stripe.promotionCodes.create({
      code: "SUN",
      promotion: { coupon: "SUMMER", type: "coupon" },
    });
    const taken = stripe.coupons.create({ id: "SUMMER", percent_off: 10 });
    await expect(taken).rejects.toMatchObject({ code: "resource_already_exists" });
    await stripe.coupons.del("SUMMER");
    const tenth = { duration: "forever", id: "SUMMER", name: "Tenth", percent_off: 10 } as const;
    expect(await stripe.coupons.create(tenth)).toMatchObject({ percent_off: 10, times_redeemed: 0 });
    expect((await stripe.coupons.list()).data).toMatchObject([{ id: "SUMMER", percent_off: 10 }]);

    await letPass(emulator, "again", MONTH);
    expect(await totals()).toEqual([450, 450]);
    const expand = ["discounts.source.coupon"];
    const invoice = await stripe.invoices.retrieve(String(subscription.latest_invoice), { expand });
    expect(invoice.discounts).toMatchObject([{ source: { coupon: { name: "Half", percent_off: 50 } } }]);
    const page = await (await fetch(invoice.hosted_invoice_url ?? "")).text();
    expect(page).toContain("Discount (Half)");
    const unexpanded = await stripe.invoices.retrieve(invoice.id, { expand: ["discounts"] });
    expect(unexpanded.discounts).toMatchObject([{ source: { coupon: "SUMMER" } }]);
    expect(unexpanded.discounts[0]).not.toHaveProperty("former");

    const fresh = await stripe.subscriptions.create({
      customer: customer.id,
      discounts: [{ coupon: "SUMMER" }],
      expand: ["latest_invoice", "discounts.source.coupon"],
      items: [{ price: monthly.id }],
    });
    expect(fresh.latest_invoice).toMatchObject({ total: 810 });
    expect(fresh.discounts).toMatchObject([{ source: { coupon: { name: "Tenth" } } }]);

    const revived = stripe.promotionCodes.update(code, { active: true });
    await expect(revived).rejects.toMatchObject({ param: "active" });
    const next = { code: "SUN", promotion: { coupon: "SUMMER", type: "coupon" } } as const;
    expect(await stripe.promotionCodes.create(next)).toMatchObject({ active: true });
  });

  it("that is used up, deleted or in another currency can't be redeemed", async () => {
    const { stripe, coupon, customer, monthly } = await discounted("spent", {
      percent_off: 5,
      max_redemptions: 1,
    });
    const again = (id: string) =>
      stripe.subscriptions.create({
        customer: customer.id,
        discounts: [{ coupon: id }],
        items: [{ price: monthly.id }],
      });
    expect((await stripe.coupons.retrieve(coupon.id)).valid).toBe(false);
    await expect(again(coupon.id)).rejects.toMatchObject({
      code: "coupon_expired",
      param: "discounts[0][coupon]",
    });
    const euros = await stripe.coupons.create({ amount_off: 100, currency: "eur" });
    await expect(again(euros.id)).rejects.toMatchObject({ param: "discounts[0][coupon]" });
    await stripe.coupons.del(euros.id);
    await expect(again(euros.id)).rejects.toMatchObject({ code: "resource_missing" });
    await expect(stripe.coupons.retrieve(euros.id)).rejects.toMatchObject({ statusCode: 404 });
  });

  it("is refused with both kinds of reduction, with none, and with months it doesn't repeat for", async () => {
    const stripe = emulator.stripe("refused");
    const attempts: Stripe.CouponCreateParams[] = [
      { amount_off: 100, currency: "usd", percent_off: 5 },
      {},
      { amount_off: 100 },
      { percent_off: 101 },
      { duration: "repeating", percent_off: 5 },
      { duration: "once", duration_in_months: 2, percent_off: 5 },
    ];
    for (const params of attempts) {
      await expect(stripe.coupons.create(params)).rejects.toMatchObject({ statusCode: 400 });
    }
  });
});

describe("a promotion code", () => {
  it("is typed in any case, redeems its coupon, and is there once", async () => {
    const { stripe, coupon, customer, monthly } = await discounted("code", {
      percent_off: 20,
      duration: "forever",
    });
    const code = await stripe.promotionCodes.create({
      code: "SPRING",
      max_redemptions: 1,
      promotion: { coupon: coupon.id, type: "coupon" },
    });
    expect((await stripe.promotionCodes.list({ code: "spring", active: true })).data).toHaveLength(1);
    await expect(
      stripe.promotionCodes.create({ code: "Spring", promotion: { coupon: coupon.id, type: "coupon" } }),
    ).rejects.toMatchObject({ code: "resource_already_exists" });
    const redeem = () =>
      stripe.subscriptions.create({
        customer: customer.id,
        discounts: [{ promotion_code: code.id }],
        expand: ["discounts", "latest_invoice"],
        items: [{ price: monthly.id }],
      });
    expect(await redeem()).toMatchObject({
      discounts: [{ promotion_code: code.id, source: { coupon: coupon.id, type: "coupon" } }],
      latest_invoice: { total: 720 },
    });
    await expect(redeem()).rejects.toThrow("maximum number of times");
  });

  it("for first purchases or a least amount holds others off", async () => {
    const { stripe, coupon, customer, monthly } = await discounted("conditions", { percent_off: 20 });
    const redeem = async (restrictions: Stripe.PromotionCodeCreateParams.Restrictions) => {
      const code = await stripe.promotionCodes.create({
        promotion: { coupon: coupon.id, type: "coupon" },
        restrictions,
      });
      return stripe.subscriptions.create({
        customer: customer.id,
        discounts: [{ promotion_code: code.id }],
        items: [{ price: monthly.id }],
      });
    };
    await expect(redeem({ first_time_transaction: true })).rejects.toThrow("prior transactions");
    await expect(redeem({ minimum_amount: 901, minimum_amount_currency: "usd" })).rejects.toThrow(
      "minimum amount",
    );
    await redeem({ minimum_amount: 900, minimum_amount_currency: "usd" });
  });
});
