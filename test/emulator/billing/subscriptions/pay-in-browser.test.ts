import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Conformance, loadConformance } from "../../support/conform";
import {
  answerChallenge,
  answersOf,
  confirmInBrowser,
  eventTypes,
  incompleteSubscription,
  lastEvent,
  openShop,
} from "../../support/shop";
import { type StartedEmulator, startEmulator } from "../../support/start-emulator";

let emulator: StartedEmulator;
let findings: Conformance;
beforeAll(async () => {
  [emulator, findings] = await Promise.all([startEmulator(), loadConformance()]);
}, 60_000);
afterAll(() => emulator.stop());

describe("an incomplete subscription", () => {
  it("is announced with its open invoice and an intent that waits for a payment method", async () => {
    const shop = await openShop(emulator, "announced");
    const before = await lastEvent(shop.stripe);
    const { subscription, invoice, secret } = await incompleteSubscription(shop);
    expect(subscription.status).toBe("incomplete");
    expect(invoice).toMatchObject({ status: "open", amount_due: 900, attempted: false, attempt_count: 0 });
    const intent = await shop.stripe.paymentIntents.retrieve(secret.split("_secret_")[0] ?? "");
    expect(intent).toMatchObject({ status: "requires_payment_method", setup_future_usage: "off_session" });
    expect(await eventTypes(shop.stripe, before)).toEqual([
      "customer.created",
      "customer.updated",
      "invoice.created",
      "invoice.finalized",
      "payment_intent.created",
      "customer.subscription.created",
    ]);
  });

  it("becomes active when the browser pays, with the events in Stripe's order", async () => {
    const shop = await openShop(emulator, "paid");
    const feature = await shop.stripe.entitlements.features.create({ name: "Essays", lookup_key: "essays" });
    await shop.stripe.products.createFeature(shop.product.id, { entitlement_feature: feature.id });
    const { customer, subscription, secret } = await incompleteSubscription(shop, {
      payment_settings: { save_default_payment_method: "on_subscription" },
    });
    const before = await lastEvent(shop.stripe);

    const paid = await confirmInBrowser(emulator, "paid", secret, "4242424242424242");

    expect(paid.json).toMatchObject({ status: "succeeded", amount: 900 });
    const now = await shop.stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] });
    expect(now.status).toBe("active");
    expect(now.default_payment_method).toBe(paid.json.payment_method);
    expect(now.latest_invoice).toMatchObject({ status: "paid", amount_paid: 900, attempt_count: 1 });
    expect(await eventTypes(shop.stripe, before)).toEqual([
      "charge.succeeded",
      "payment_method.attached",
      "payment_intent.succeeded",
      "customer.subscription.updated",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
      "invoice_payment.paid",
      "entitlements.active_entitlement_summary.updated",
    ]);
    const held = await shop.stripe.entitlements.activeEntitlements.list({ customer: customer.id });
    expect(held.data.map(({ lookup_key }) => lookup_key)).toEqual(["essays"]);
  });

  it("stays incomplete after a decline, says why, and can be paid with another card", async () => {
    const shop = await openShop(emulator, "declined");
    const { subscription, secret } = await incompleteSubscription(shop);
    const before = await lastEvent(shop.stripe);

    const refused = await confirmInBrowser(emulator, "declined", secret, "4000000000009995");

    expect(refused.status).toBe(402);
    expect(refused.json.error).toMatchObject({
      type: "card_error",
      code: "card_declined",
      decline_code: "insufficient_funds",
      message: "Your card has insufficient funds.",
      payment_intent: { status: "requires_payment_method", payment_method: null },
    });
    expect((await eventTypes(shop.stripe, before)).slice(0, 3)).toEqual([
      "charge.failed",
      "payment_intent.payment_failed",
      "invoice.payment_failed",
    ]);
    expect((await shop.stripe.subscriptions.retrieve(subscription.id)).status).toBe("incomplete");

    await confirmInBrowser(emulator, "declined", secret, "4242424242424242");
    expect((await shop.stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  });

  it.each([
    ["authorize", "succeeded", "active"],
    ["fail", "requires_payment_method", "incomplete"],
  ] as const)(
    "whose challenge ends with %s leaves the intent %s and is %s",
    async (outcome, status, reached) => {
      const account = `challenge-${outcome}`;
      const shop = await openShop(emulator, account);
      const { subscription, secret } = await incompleteSubscription(shop);
      const asked = await confirmInBrowser(emulator, account, secret, "4000002760003184");
      expect(asked.json).toMatchObject({
        status: "requires_action",
        next_action: { type: "use_stripe_sdk" },
      });

      await answerChallenge(emulator, asked.json, outcome);

      const intent = await shop.stripe.paymentIntents.retrieve(secret.split("_secret_")[0] ?? "");
      expect(intent.status).toBe(status);
      expect((await shop.stripe.subscriptions.retrieve(subscription.id)).status).toBe(reached);
      const code = intent.last_payment_error?.code;
      expect(code).toBe(outcome === "fail" ? "payment_intent_authentication_failure" : undefined);
    },
  );

  it("is never paid twice", async () => {
    const shop = await openShop(emulator, "twice");
    const { secret } = await incompleteSubscription(shop);
    await confirmInBrowser(emulator, "twice", secret, "4242424242424242");
    const again = await confirmInBrowser(emulator, "twice", secret, "4242424242424242");
    expect(again.json.error).toMatchObject({ code: "payment_intent_unexpected_state" });
    expect((await shop.stripe.charges.list()).data).toHaveLength(1);
  });

  it("can't be paid with another's secret, nor without one", async () => {
    const shop = await openShop(emulator, "secrets");
    const { secret } = await incompleteSubscription(shop);
    const [intent = ""] = secret.split("_secret_");
    const forged = await confirmInBrowser(emulator, "secrets", `${intent}_secret_forged`, "4242424242424242");
    expect(forged.status).toBe(400);
    const bare = await emulator.request("GET", `/v1/payment_intents/${intent}`, { key: "pk_test_secrets" });
    expect(bare.json.error).toMatchObject({ code: "parameter_missing", param: "client_secret" });
  });

  it("shows only objects of the shape that the SDK's types give, in answers and events", async () => {
    const shop = await openShop(emulator, "shapes");
    const { subscription, secret } = await incompleteSubscription(shop);
    await confirmInBrowser(emulator, "shapes", secret, "4000000000000002");
    await confirmInBrowser(emulator, "shapes", secret, "4000002760003184");
    await confirmInBrowser(emulator, "shapes", secret, "4242424242424242");
    const invoice = "expand[]=latest_invoice.payments&expand[]=latest_invoice.confirmation_secret";
    const shown = await answersOf(emulator, "shapes", [
      "/v1/events?limit=100",
      `/v1/subscriptions/${subscription.id}?${invoice}&expand[]=default_payment_method`,
      "/v1/payment_intents?expand[]=data.latest_charge.refunds",
      "/v1/invoice_payments",
      "/v1/balance_transactions",
    ]);
    expect(shown.flatMap(findings)).toEqual([]);
  });
});
