import { describe, expect, it } from "vitest";
import { payOnPage, postForm } from "../../support/checkout-page";
import { checkoutShop, expanded } from "../../support/checkout-shop";
import { customerWith, eventTypes, lastEvent } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const shopFor = (account: string) => checkoutShop(emulator, account);

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

  it("sells beside the plan what is bought once, paid at once even where that begins with a trial", async () => {
    const { start, now, monthly } = await shopFor("beside");
    const book = { currency: "usd", product_data: { name: "A book" }, unit_amount: 1500 };
    const line_items = [
      { price_data: book, quantity: 2 },
      { adjustable_quantity: { enabled: true, minimum: 0 }, price: monthly.id, quantity: 1 },
    ];
    const session = await start({ line_items });
    expect(session.amount_total).toBe(3900);
    const page = await (await fetch(session.url ?? "")).text();
    expect(page).toContain("Subscribe to Reader");
    expect(page).toContain("Then $9.00 per month");
    const [, plan] = (await now(session, ["line_items"])).line_items?.data ?? [];
    const none = { do: "change", "line_item[id]": plan?.id ?? "", "line_item[quantity]": "0" };
    expect((await postForm(session.url ?? "", none)).text).toContain("Something must be left to buy");
    await payOnPage(emulator, session);
    const done = await now(session, ["invoice", "subscription"]);
    expect(expanded(done.subscription).items.data.map(({ price }) => price.id)).toEqual([monthly.id]);
    const { amount_paid, lines } = expanded(done.invoice);
    expect([amount_paid, ...lines.data.map(({ amount }) => amount)]).toEqual([3900, 3000, 900]);

    const trial = await start({ line_items, subscription_data: { trial_period_days: 14 } });
    expect(trial.amount_total).toBe(3000);
    await payOnPage(emulator, trial);
    const begun = await now(trial, ["invoice", "subscription"]);
    expect(begun.payment_status).toBe("paid");
    expect(expanded(begun.subscription)).toMatchObject({ pending_setup_intent: null, status: "trialing" });
    expect(expanded(begun.invoice)).toMatchObject({ amount_paid: 3000, status: "paid" });
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
});
