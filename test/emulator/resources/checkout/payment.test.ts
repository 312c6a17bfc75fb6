import { describe, expect, it } from "vitest";
import { payOnPage, postForm } from "../../support/checkout-page";
import { checkoutShop, expanded } from "../../support/checkout-shop";
import { eventTypes, lastEvent } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const shopFor = (account: string) => checkoutShop(emulator, account);

describe("a session for a payment", () => {
  it("isn't paid at a discount that somebody else has used up meanwhile", async () => {
    const { stripe, sell, now } = await shopFor("used-up");
    const { id: coupon } = await stripe.coupons.create({ max_redemptions: 1, percent_off: 50 });
    const [first, second] = [
      await sell({ discounts: [{ coupon }] }),
      await sell({ discounts: [{ coupon }] }),
    ];
    await payOnPage(emulator, first);
    expect((await now(first)).payment_status).toBe("paid");
    await payOnPage(emulator, second);
    expect((await now(second)).payment_status).toBe("unpaid");
    expect(await stripe.coupons.retrieve(coupon)).toMatchObject({ times_redeemed: 1 });
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });

  it("leaves a guest a guest, and passes on what it says of its payment", async () => {
    const { stripe, sell, now } = await shopFor("guest");
    const session = await sell({ payment_intent_data: { description: "A book", metadata: { shelf: "3" } } });
    const before = await lastEvent(stripe);
    await payOnPage(emulator, session);
    const done = await now(session, ["payment_intent"]);
    expect(done).toMatchObject({ customer: null, invoice: null, payment_status: "paid", subscription: null });
    expect(expanded(done.payment_intent)).toMatchObject({
      amount_received: 1500,
      description: "A book",
      metadata: { shelf: "3" },
      status: "succeeded",
    });
    expect((await eventTypes(stripe, before)).slice(0, 4)).toEqual([
      "charge.succeeded",
      "payment_intent.succeeded",
      "payment_intent.created",
      "checkout.session.completed",
    ]);
  });

  it("makes a customer and a paid invoice where it is to", async () => {
    const { sell, now } = await shopFor("invoiced");
    const session = await sell({
      customer_creation: "always",
      invoice_creation: { enabled: true, invoice_data: { description: "Thank you", metadata: { a: "b" } } },
    });
    await payOnPage(emulator, session);
    const done = await now(session, ["invoice", "payment_intent"]);
    expect(done.customer).toMatch(/^cus_/);
    expect(expanded(done.invoice)).toMatchObject({
      amount_paid: 1500,
      description: "Thank you",
      metadata: { a: "b" },
      status: "paid",
    });
    expect(expanded(done.payment_intent).status).toBe("succeeded");
  });

  it("holds the money of one that is captured by hand", async () => {
    const { sell, now } = await shopFor("held");
    const session = await sell({ payment_intent_data: { capture_method: "manual" } });
    await payOnPage(emulator, session);
    const done = await now(session, ["payment_intent"]);
    expect(done).toMatchObject({ payment_status: "unpaid", status: "complete" });
    expect(expanded(done.payment_intent).status).toBe("requires_capture");
  });

  it("uses the intent a refused card has left", async () => {
    const { stripe, sell, now } = await shopFor("retried");
    const session = await sell();
    await payOnPage(emulator, session, { payment_method: "pm_card_chargeDeclined" });
    expect((await now(session)).payment_intent).toBeNull();
    await payOnPage(emulator, session);
    const { data } = await stripe.paymentIntents.list();
    expect(data).toHaveLength(1);
    expect((await now(session)).payment_intent).toBe(data[0]?.id);
  });

  it("over nothing is complete without a card", async () => {
    const { stripe, sell, now } = await shopFor("nothing");
    const coupon = await stripe.coupons.create({ percent_off: 100 });
    const session = await sell({ discounts: [{ coupon: coupon.id }] });
    await postForm(session.url ?? "", { do: "confirm", email: "a@example.com" });
    expect(await now(session)).toMatchObject({
      payment_intent: null,
      payment_status: "no_payment_required",
      status: "complete",
    });
    expect((await stripe.coupons.retrieve(coupon.id)).times_redeemed).toBe(1);
  });
});

describe("a session for saving a card", () => {
  it("attaches it to its customer through the intent it began with", async () => {
    const { stripe, now } = await shopFor("saved");
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const session = await stripe.checkout.sessions.create({
      customer,
      mode: "setup",
      success_url: "https://example.com/done",
    });
    const refused = await payOnPage(emulator, session, { payment_method: "pm_card_chargeDeclined" });
    expect(refused.status).toBe(402);
    const before = await lastEvent(stripe);
    await payOnPage(emulator, session);
    const done = await now(session, ["setup_intent"]);
    expect(done).toMatchObject({ payment_status: "no_payment_required", status: "complete" });
    expect(expanded(done.setup_intent)).toMatchObject({ customer, status: "succeeded" });
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
    expect(await eventTypes(stripe, before)).toEqual([
      "payment_method.attached",
      "setup_intent.succeeded",
      "checkout.session.completed",
    ]);
  });
});
