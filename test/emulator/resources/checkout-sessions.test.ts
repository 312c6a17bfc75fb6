import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { eventTypes, lastEvent, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const DAY = 86_400;

const emulator = useEmulator();

async function shopFor(account: string) {
  const shop = await openShop(emulator, account);
  const start = (params: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    shop.stripe.checkout.sessions.create({
      expand: ["line_items"],
      line_items: [{ price: shop.monthly.id, quantity: 2 }],
      mode: "subscription",
      success_url: "https://example.com/done?session={CHECKOUT_SESSION_ID}",
      ...params,
    });
  return { ...shop, start };
}

describe("a Checkout Session", () => {
  it("is open for a day, unpaid, with what it sells counted", async () => {
    const { start } = await shopFor("open");
    const session = await start();
    expect(session).toMatchObject({
      amount_subtotal: 1800,
      amount_total: 1800,
      client_secret: null,
      currency: "usd",
      line_items: { data: [{ amount_total: 1800, description: "Reader", quantity: 2 }] },
      payment_intent: null,
      payment_status: "unpaid",
      status: "open",
      subscription: null,
      ui_mode: "hosted_page",
    });
    expect(session.id).toMatch(/^cs_test_a1\w{48}$/);
    expect(session.url).toContain(session.id);
    expect(session.expires_at - session.created).toBe(DAY);
  });

  it("counts a discount and taxes, and nothing of what recurs during a trial", async () => {
    const { stripe, start } = await shopFor("counted");
    const rate = await stripe.taxRates.create({ display_name: "VAT", inclusive: false, percentage: 20 });
    const coupon = await stripe.coupons.create({ percent_off: 50 });
    const priced = {
      discounts: [{ coupon: coupon.id }],
      subscription_data: { default_tax_rates: [rate.id] },
    };
    expect(await start(priced)).toMatchObject({
      amount_subtotal: 1800,
      amount_total: 1080,
      total_details: { amount_discount: 900, amount_tax: 180 },
    });
    expect((await stripe.coupons.retrieve(coupon.id)).times_redeemed).toBe(0);
    expect(await start({ subscription_data: { trial_period_days: 14 } })).toMatchObject({ amount_total: 0 });
  });

  it("for saving a card has its SetupIntent at once", async () => {
    const { stripe, start } = await shopFor("setup");
    const { id: customer } = await stripe.customers.create();
    const session = await stripe.checkout.sessions.create({
      customer,
      expand: ["setup_intent"],
      mode: "setup",
      success_url: "https://example.com/done",
    });
    expect(session).toMatchObject({
      amount_total: null,
      payment_status: "no_payment_required",
      setup_intent: { customer, status: "requires_payment_method" },
    });
    await expect(start({ mode: "setup" })).rejects.toMatchObject({ param: "line_items" });
  });

  it("that is shown within a page has a secret and no address", async () => {
    const { stripe, monthly } = await shopFor("embedded");
    const session = await stripe.checkout.sessions.create({
      line_items: [{ price: monthly.id, quantity: 1 }],
      mode: "subscription",
      return_url: "https://example.com/done",
      ui_mode: "embedded_page",
    });
    expect(session).toMatchObject({ redirect_on_completion: "always", url: null });
    expect(session.client_secret).toMatch(new RegExp(`^${session.id}_secret_`));
  });

  it("expires once, on request or when its time is over", async () => {
    const { stripe, start } = await shopFor("expires");
    const session = await start();
    const before = await lastEvent(stripe);
    expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: "expired", url: null });
    await expect(stripe.checkout.sessions.expire(session.id)).rejects.toThrow("status of expired");
    const late = await start();
    await letPass(emulator, "expires", DAY + 1);
    expect((await stripe.checkout.sessions.retrieve(late.id)).status).toBe("expired");
    expect(await eventTypes(stripe, before)).toEqual([
      "checkout.session.expired",
      "checkout.session.expired",
    ]);
  });

  it("is refused where what is asked for doesn't go together", async () => {
    const { stripe, start, monthly, product } = await shopFor("refused");
    const once = await stripe.prices.create({ currency: "usd", product: product.id, unit_amount: 100 });
    const { id: customer } = await stripe.customers.create();
    const attempts: Partial<Stripe.Checkout.SessionCreateParams>[] = [
      { mode: "payment" },
      { line_items: [{ price: once.id, quantity: 1 }] },
      { line_items: [] },
      { line_items: [{ price: monthly.id }] },
      { customer, customer_email: "reader@example.com" },
      { allow_promotion_codes: true, discounts: [{ coupon: "none" }] },
      { ui_mode: "embedded_page" },
      { expires_at: Math.floor(Date.now() / 1000) + 60 },
      { payment_intent_data: { description: "A book" } },
    ];
    for (const params of attempts) {
      await expect(start(params), JSON.stringify(params)).rejects.toMatchObject({ statusCode: 400 });
    }
  });
});
