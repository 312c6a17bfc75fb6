import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmByScript, payOnPage, postForm } from "../support/checkout-page";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

const DAY = 86_400;

let emulator: StartedEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
}, 60_000);
afterAll(() => emulator.stop());

async function shopFor(account: string) {
  const shop = await openShop(emulator, account);
  const { stripe, monthly } = shop;
  const start = (params: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    stripe.checkout.sessions.create({
      cancel_url: "https://example.com/back",
      line_items: [{ price: monthly.id, quantity: 1 }],
      mode: "subscription",
      success_url: "https://example.com/done?session={CHECKOUT_SESSION_ID}",
      ...params,
    });
  const book = { currency: "usd", product_data: { name: "A book" }, unit_amount: 1500 };
  const sell = (params: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    start({ line_items: [{ price_data: book, quantity: 1 }], mode: "payment", ...params });
  const now = (session: { id: string }, expand: string[] = []) =>
    stripe.checkout.sessions.retrieve(session.id, { expand });
  return { ...shop, start, sell, now };
}

function expanded<T>(object: T | string | null): T {
  if (object === null || typeof object === "string") throw new Error("It wasn't expanded");
  return object;
}

describe("a session for a subscription", () => {
  it("becomes one that is paid, with the card its own, and sends its customer on", async () => {
    const { stripe, start, now } = await shopFor("subscribed");
    const session = await start({
      client_reference_id: "user-7",
      subscription_data: { description: "For readers", metadata: { plan: "reader" } },
    });
    const before = await lastEvent(stripe);
    const { status, location } = await payOnPage(emulator, session, { name: "Ada" });
    expect([status, location]).toEqual([303, `https://example.com/done?session=${session.id}`]);
    const done = await now(session, ["subscription", "invoice", "customer"]);
    expect(done).toMatchObject({
      client_reference_id: "user-7",
      customer_details: { email: "reader@example.com", name: "Ada" },
      payment_intent: null,
      payment_status: "paid",
      status: "complete",
      url: null,
    });
    const subscription = expanded(done.subscription);
    expect(subscription).toMatchObject({
      description: "For readers",
      metadata: { plan: "reader" },
      pending_setup_intent: null,
      status: "active",
    });
    const customer = expanded(done.customer);
    expect(customer).toMatchObject({
      email: "reader@example.com",
      invoice_settings: { default_payment_method: null },
      name: "Ada",
    });
    const method = await stripe.paymentMethods.retrieve(String(subscription.default_payment_method));
    expect(method.customer).toBe(customer.id);
    expect(expanded(done.invoice)).toMatchObject({ amount_paid: 900, status: "paid" });
    expect(await eventTypes(stripe, before)).toEqual([
      "charge.succeeded",
      "payment_method.attached",
      "checkout.session.completed",
      "customer.created",
      "customer.subscription.created",
      "customer.subscription.updated",
      "payment_intent.succeeded",
      "payment_intent.created",
      "invoice.created",
      "invoice.finalized",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
      "invoice_payment.paid",
    ]);
  });

  it("begins a trial with the card saved, or without one where none is asked for", async () => {
    const { stripe, start, now } = await shopFor("trials");
    const trial = { subscription_data: { trial_period_days: 14 } };
    const saved = await start(trial);
    await payOnPage(emulator, saved);
    const { subscription, payment_status } = await now(saved, ["subscription"]);
    expect(payment_status).toBe("no_payment_required");
    expect(expanded(subscription)).toMatchObject({ pending_setup_intent: null, status: "trialing" });
    expect(expanded(subscription).default_payment_method).toMatch(/^pm_/);

    const free = await start({ ...trial, payment_method_collection: "if_required" });
    const page = await (await fetch(free.url ?? "")).text();
    expect(page).not.toContain('id="card"');
    const { location } = await postForm(free.url ?? "", { do: "confirm", email: "free@example.com" });
    expect(location).toContain(free.id);
    const cardless = expanded((await now(free, ["subscription"])).subscription);
    expect(cardless).toMatchObject({ default_payment_method: null, status: "trialing" });
    expect((await stripe.customers.retrieve(String(cardless.customer))).id).toMatch(/^cus_/);
  });

  it("is for the customer it was made for, whose saved card pays", async () => {
    const { stripe, start, now } = await shopFor("known");
    const customer = await customerWith(stripe, "pm_card_visa");
    const card = String(customer.invoice_settings.default_payment_method);
    await stripe.paymentMethods.update(card, { allow_redisplay: "always" });
    const session = await start({ customer: customer.id });
    expect(await (await fetch(session.url ?? "")).text()).toContain(`value="${card}" checked`);
    await payOnPage(emulator, session, { name: "Somebody else", payment_method: card });
    const done = await now(session, ["subscription", "customer"]);
    expect(expanded(done.subscription).default_payment_method).toBe(card);
    expect(expanded(done.customer)).toMatchObject({ id: customer.id, name: null });
  });

  it("doesn't take another customer's card", async () => {
    const { stripe, start, now } = await shopFor("foreign");
    const other = await customerWith(stripe, "pm_card_visa");
    const session = await start();
    const { status, text } = await payOnPage(emulator, session, {
      payment_method: String(other.invoice_settings.default_payment_method),
    });
    expect(status).toBe(400);
    expect(text).toContain("This payment method belongs to another customer.");
    expect((await now(session)).status).toBe("open");
  });

  it("stays open when the card is refused, with no subscription, and the next one pays", async () => {
    const { stripe, start, now } = await shopFor("declined");
    const session = await start();
    const before = await lastEvent(stripe);
    const refused = await payOnPage(emulator, session, { payment_method: "pm_card_chargeDeclined" });
    expect(refused.status).toBe(402);
    expect(refused.text).toContain("Your card was declined.");
    expect(refused.text).toContain('value="reader@example.com"');
    expect(await eventTypes(stripe, before)).toEqual([
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
    ]);
    expect(await now(session)).toMatchObject({ status: "open", payment_status: "unpaid" });
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
    await payOnPage(emulator, session);
    expect(await now(session)).toMatchObject({ status: "complete", payment_status: "paid" });
    const intents = (await stripe.paymentIntents.list()).data.map(({ status }) => status);
    expect(intents.sort()).toEqual(["canceled", "succeeded"]);
  });

  it("asks for 3-D Secure before there is a subscription, and has one only when that is passed", async () => {
    const { stripe, start, now } = await shopFor("challenged");
    const session = await start();
    const card = { payment_method: "pm_card_threeDSecure2Required" };
    const asked = await payOnPage(emulator, session, card);
    expect(asked.location).toMatch(/^\/3ds\/payatt_/);
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
    const failed = await postForm(emulator.origin + asked.location, { outcome: "fail" });
    expect(failed.location).toBe(`${emulator.origin}/checkout/${session.id}/return`);
    const page = await (await fetch(failed.location ?? "")).text();
    expect(page).toContain("We are unable to authenticate your payment method.");
    const again = await payOnPage(emulator, session, card);
    const passed = await postForm(emulator.origin + again.location, { outcome: "authorize" });
    const end = await fetch(passed.location ?? "", { redirect: "manual" });
    expect(end.headers.get("Location")).toBe(`https://example.com/done?session=${session.id}`);
    const { subscription } = await now(session, ["subscription"]);
    expect(expanded(subscription).status).toBe("active");
  });

  it("that is confirmed twice at once has one subscription and one charge", async () => {
    const { stripe, start } = await shopFor("twice");
    const session = await start();
    const presses = await Promise.all([payOnPage(emulator, session), payOnPage(emulator, session)]);
    expect(presses.map(({ location }) => location)).toEqual(
      Array(2).fill(`https://example.com/done?session=${session.id}`),
    );
    const again = await confirmByScript(emulator, "twice", session.id, { payment_method: "pm_card_visa" });
    expect(again.json.status).toBe("complete");
    expect((await stripe.subscriptions.list({ status: "all" })).data).toHaveLength(1);
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });

  it("takes a promotion code, which counts when it is used and not before", async () => {
    const { stripe, start, now } = await shopFor("promotion");
    const coupon = await stripe.coupons.create({ duration: "once", percent_off: 50 });
    const promotion = await stripe.promotionCodes.create({
      code: "SPRING",
      promotion: { coupon: coupon.id, type: "coupon" },
    });
    const session = await start({ allow_promotion_codes: true });
    const page = session.url ?? "";
    const wrong = await postForm(page, { do: "change", promotion_code: "WINTER" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("This code is invalid.");
    await postForm(page, { do: "change", promotion_code: "spring" });
    expect(await now(session)).toMatchObject({ amount_total: 450, total_details: { amount_discount: 450 } });
    await postForm(page, { do: "change", promotion_code: "" });
    expect((await now(session)).amount_total).toBe(900);
    await postForm(page, { do: "change", promotion_code: "SPRING" });
    const stale = await payOnPage(emulator, session, { expected_amount: "900" });
    expect(stale.text).toContain("The amount has changed.");
    expect((await stripe.promotionCodes.retrieve(promotion.id)).times_redeemed).toBe(0);
    await payOnPage(emulator, session, { expected_amount: "450" });
    expect((await stripe.promotionCodes.retrieve(promotion.id)).times_redeemed).toBe(1);
    const { invoice } = await now(session, ["invoice"]);
    expect(expanded(invoice).amount_paid).toBe(450);
  });

  it("sells as many as its customer chooses, within bounds", async () => {
    const { monthly, start, now } = await shopFor("quantity");
    const session = await start({
      expand: ["line_items"],
      line_items: [
        { adjustable_quantity: { enabled: true, maximum: 5, minimum: 1 }, price: monthly.id, quantity: 1 },
      ],
    });
    const line = session.line_items?.data[0]?.id ?? "";
    const choose = (quantity: string) =>
      postForm(session.url ?? "", { do: "change", "line_item[id]": line, "line_item[quantity]": quantity });
    expect((await choose("6")).text).toContain("The quantity must be between 1 and 5.");
    await choose("3");
    await payOnPage(emulator, session);
    const { amount_total, subscription } = await now(session, ["subscription"]);
    expect(amount_total).toBe(2700);
    expect(expanded(subscription).items.data[0]?.quantity).toBe(3);
  });

  it("asks for an address and a tax id where it is to, and keeps them", async () => {
    const { stripe, start, now } = await shopFor("collected");
    const session = await start({
      billing_address_collection: "required",
      phone_number_collection: { enabled: true },
      tax_id_collection: { enabled: true },
    });
    expect((await payOnPage(emulator, session)).text).toContain("Missing required param: phone.");
    await payOnPage(emulator, session, {
      "address[country]": "FR",
      "address[line1]": "1 rue de Rivoli",
      phone: "+33 1 23",
      "tax_id[type]": "eu_vat",
      "tax_id[value]": "FR12345678901",
    });
    const done = await now(session);
    expect(done.customer_details).toMatchObject({
      address: { country: "FR", line1: "1 rue de Rivoli" },
      phone: "+33 1 23",
      tax_ids: [{ type: "eu_vat", value: "FR12345678901" }],
    });
    expect(await stripe.customers.retrieve(String(done.customer))).toMatchObject({ phone: "+33 1 23" });
    expect((await stripe.customers.listTaxIds(String(done.customer))).data).toHaveLength(1);
  });
});

describe("a session for a payment", () => {
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

describe("a session that is over", () => {
  it("says so, and takes nothing more", async () => {
    const { stripe, start, now } = await shopFor("over");
    const session = await start();
    const page = session.url ?? "";
    await stripe.checkout.sessions.expire(session.id);
    expect(await (await fetch(page)).text()).toContain("This page has expired");
    expect((await payOnPage(emulator, session)).text).toContain("This page has expired");
    const answer = await confirmByScript(emulator, "over", session.id, { payment_method: "pm_card_visa" });
    expect(answer.status).toBe(400);
    expect((await now(session)).subscription).toBeNull();

    const paid = await start();
    const address = paid.url ?? "";
    await payOnPage(emulator, paid);
    expect(await (await fetch(address)).text()).toContain("Your payment of $9.00 went through.");
    await expect(stripe.checkout.sessions.expire(paid.id)).rejects.toThrow("status of complete");
  });

  it("gives up the challenge it waited for when its day has passed", async () => {
    const { stripe, start, now } = await shopFor("late");
    const session = await start();
    const asked = await payOnPage(emulator, session, { payment_method: "pm_card_threeDSecure2Required" });
    await letPass(emulator, "late", DAY);
    expect((await now(session)).status).toBe("expired");
    await postForm(emulator.origin + asked.location, { outcome: "authorize" });
    expect((await now(session)).status).toBe("expired");
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
  });
});
