import { describe, expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const DAY = 86_400;
const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

async function customer(account: string, card = "pm_card_visa") {
  const shop = await openShop(emulator, account);
  return { ...shop, customer: (await customerWith(shop.stripe, card)).id };
}

describe("a trial", () => {
  it("whose card is refused at its end is active for an hour, then past due", async () => {
    const { stripe, customer: id, monthly } = await customer("refused", "pm_card_chargeCustomerFail");
    const trial = await stripe.subscriptions.create({
      customer: id,
      items: [{ price: monthly.id }],
      trial_period_days: 5,
    });
    await letPass(emulator, "refused", 5 * DAY + 600);
    expect((await stripe.subscriptions.retrieve(trial.id)).status).toBe("active");
    await letPass(emulator, "refused", 3600);
    expect((await stripe.subscriptions.retrieve(trial.id)).status).toBe("past_due");
  });

  it("of a subscription that runs gives unused time back, and begins the cycle anew at its end", async () => {
    const { stripe, customer: id, monthly } = await customer("running");
    const running = await stripe.subscriptions.create({ customer: id, items: [{ price: monthly.id }] });
    const trial_end = soon(20 * DAY);
    const trial = await stripe.subscriptions.update(running.id, { trial_end });
    expect(trial).toMatchObject({
      billing_cycle_anchor: trial_end,
      items: { data: [{ current_period_end: trial_end }] },
      status: "trialing",
      trial_end,
    });
    expect((await stripe.invoiceItems.list({ pending: true })).data).toMatchObject([{ proration: true }]);
    await letPass(emulator, "running", 21 * DAY);
    const after = await stripe.subscriptions.retrieve(running.id, { expand: ["latest_invoice"] });
    expect(after).toMatchObject({ latest_invoice: { status: "paid" }, status: "active" });
  });

  it.each([
    ["pm_card_chargeCustomerFail", "allow_incomplete", "past_due"],
    ["pm_card_authenticationRequired", "allow_incomplete", "past_due"],
    ["pm_card_visa", "default_incomplete", "past_due"],
    ["pm_card_visa", "allow_incomplete", "active"],
  ] as const)("that is ended now with %s and %s is %s", async (card, payment_behavior, status) => {
    const { stripe, customer: id, monthly } = await customer(`now-${card}-${payment_behavior}`, card);
    const items = [{ price: monthly.id }];
    const trial = await stripe.subscriptions.create({ customer: id, items, trial_period_days: 10 });
    const ended = await stripe.subscriptions.update(trial.id, { payment_behavior, trial_end: "now" });
    expect(ended.status).toBe(status);
  });

  it("goes on where its end had to be paid and wasn't", async () => {
    const { stripe, customer: id, monthly } = await customer("must-pay", "pm_card_chargeCustomerFail");
    const items = [{ price: monthly.id }];
    const trial = await stripe.subscriptions.create({ customer: id, items, trial_period_days: 10 });
    const end = stripe.subscriptions.update(trial.id, {
      payment_behavior: "error_if_incomplete",
      trial_end: "now",
    });
    await expect(end).rejects.toMatchObject({ code: "card_declined", statusCode: 402 });
    expect(await stripe.subscriptions.retrieve(trial.id)).toMatchObject({
      latest_invoice: trial.latest_invoice,
      status: "trialing",
    });
  });

  it("whose invoices are sent needs no card at its end, and charges none", async () => {
    const { stripe, customer: id, monthly } = await customer("sent");
    const trial = await stripe.subscriptions.create({
      collection_method: "send_invoice",
      customer: id,
      days_until_due: 5,
      items: [{ price: monthly.id }],
      trial_period_days: 10,
    });
    const ended = await stripe.subscriptions.update(trial.id, {
      expand: ["latest_invoice"],
      trial_end: "now",
    });
    expect(ended).toMatchObject({ latest_invoice: { amount_due: 900, status: "draft" }, status: "active" });
    const { id: nobody } = await stripe.customers.create({ email: "reader@example.com" });
    const cardless = await stripe.subscriptions.create({
      collection_method: "send_invoice",
      customer: nobody,
      days_until_due: 5,
      items: [{ price: monthly.id }],
      trial_period_days: 10,
    });
    expect((await stripe.subscriptions.update(cardless.id, { trial_end: "now" })).status).toBe("active");
  });

  it("waits no more for a card once one is set up, and is paid with it where it is to be kept", async () => {
    const { stripe, monthly } = await openShop(emulator, "set-up");
    const { id } = await stripe.customers.create();
    const begin = (save_default_payment_method: "off" | "on_subscription") =>
      stripe.subscriptions.create({
        customer: id,
        items: [{ price: monthly.id }],
        payment_settings: { save_default_payment_method },
        trial_period_days: 5,
      });
    const [kept, unkept] = [await begin("on_subscription"), await begin("off")];
    for (const { pending_setup_intent: intent } of [kept, unkept]) {
      const card = { payment_method: "pm_card_visa", return_url: "https://example.com/back" };
      await stripe.setupIntents.confirm(String(intent), card);
    }
    const after = await stripe.subscriptions.retrieve(kept.id);
    expect([after.pending_setup_intent, after.default_payment_method]).toEqual([
      null,
      expect.stringMatching(/^pm_/),
    ]);
    expect(await stripe.subscriptions.retrieve(unkept.id)).toMatchObject({
      default_payment_method: null,
      pending_setup_intent: null,
    });
    await letPass(emulator, "set-up", 5 * DAY + 2 * 3600);
    expect((await stripe.subscriptions.retrieve(kept.id)).status).toBe("active");
    expect((await stripe.subscriptions.retrieve(unkept.id)).status).toBe("past_due");
  });

  it("that is ended with another price in the same breath is paid at that price", async () => {
    const { stripe, customer: id, monthly, yearly } = await customer("other-price");
    const trial = await stripe.subscriptions.create({
      customer: id,
      items: [{ price: monthly.id }],
      trial_period_days: 5,
    });
    const paid = await stripe.subscriptions.update(trial.id, {
      expand: ["latest_invoice"],
      items: [{ id: trial.items.data[0]?.id ?? "", price: yearly.id }],
      trial_end: "now",
    });
    expect(paid).toMatchObject({ latest_invoice: { status: "paid", total: 9000 }, status: "active" });
  });

  it("ends as was said last of what is to come without a card", async () => {
    const { stripe, monthly } = await openShop(emulator, "said-last");
    const { id } = await stripe.customers.create();
    const trial = await stripe.subscriptions.create({
      customer: id,
      items: [{ price: monthly.id }],
      trial_period_days: 5,
    });
    await stripe.subscriptions.update(trial.id, {
      trial_settings: { end_behavior: { missing_payment_method: "pause" } },
    });
    await letPass(emulator, "said-last", 6 * DAY);
    const paused = await stripe.subscriptions.retrieve(trial.id);
    expect(paused.status_details?.paused.subscription.type).toBe("trial_end_without_payment_method");
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
    await stripe.customers.update(id, { invoice_settings: { default_payment_method: card.id } });
    expect(await stripe.subscriptions.resume(trial.id, { expand: ["latest_invoice"] })).toMatchObject({
      latest_invoice: { status: "paid", total: 900 },
      status: "active",
    });
  });
});
