import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postForm } from "../support/checkout-page";
import { customerWith, eventTypes, lastEvent, letPass, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

type Features = Stripe.BillingPortal.ConfigurationCreateParams.Features;

let emulator: StartedEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
}, 60_000);
afterAll(() => emulator.stop());

/** A customer with a subscription, at a portal with the features given. */
async function visit(
  account: string,
  features: (shop: { product: string; monthly: string; yearly: string }) => Features,
  params: (subscription: string) => Partial<Stripe.BillingPortal.SessionCreateParams> = () => ({}),
) {
  const shop = await openShop(emulator, account);
  const { stripe, product, monthly, yearly } = shop;
  const customer = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  });
  const configuration = await stripe.billingPortal.configurations.create({
    features: features({ monthly: monthly.id, product: product.id, yearly: yearly.id }),
  });
  const session = await stripe.billingPortal.sessions.create({
    configuration: configuration.id,
    customer: customer.id,
    return_url: "https://example.com/account",
    ...params(subscription.id),
  });
  const at = (path: string) => `${session.url}/${path}`;
  return {
    ...shop,
    customer,
    subscription,
    session,
    at,
    read: async (path: string) => (await fetch(at(path))).text(),
    post: (path: string, fields: Record<string, string> = {}) => postForm(at(path), fields),
    own: (step: string) => `subscriptions/${subscription.id}/${step}`,
    now: () => stripe.subscriptions.retrieve(subscription.id),
  };
}

const everything = ({
  product,
  monthly,
  yearly,
}: {
  product: string;
  monthly: string;
  yearly: string;
}): Features => ({
  customer_update: { allowed_updates: ["name", "email", "address", "phone", "tax_id"], enabled: true },
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: {
    cancellation_reason: { enabled: true, options: ["too_expensive", "unused", "other"] },
    enabled: true,
  },
  subscription_pause: { enabled: true },
  subscription_update: {
    default_allowed_updates: ["price", "quantity"],
    enabled: true,
    products: [{ adjustable_quantity: { enabled: true, maximum: 5 }, prices: [monthly, yearly], product }],
    proration_behavior: "always_invoice",
  },
});

describe("the portal", () => {
  it("shows what its configuration offers, and the way back", async () => {
    const { read } = await visit("portal-home", everything);
    const page = await read("home");
    for (const said of [
      "Reader",
      "$9.00 per month",
      "Change plan",
      "Visa •••• 4242",
      "Billing details",
      "Invoices",
      'href="https://example.com/account"',
    ]) {
      expect(page).toContain(said);
    }
  });

  it("cancels with the period for a reason, and takes that back", async () => {
    const { stripe, post, own, now } = await visit("portal-cancel", everything);
    const before = await lastEvent(stripe);
    await post(own("cancel"), { comment: "Too dear", feedback: "too_expensive" });
    expect(await now()).toMatchObject({
      cancel_at_period_end: true,
      cancellation_details: { comment: "Too dear", feedback: "too_expensive" },
    });
    await post(own("keep"));
    expect((await now()).cancel_at_period_end).toBe(false);
    expect(await eventTypes(stripe, before)).toEqual(Array(2).fill("customer.subscription.updated"));
  });

  it("cancels at once where it is set up so", async () => {
    const { post, own, now } = await visit("portal-end", () => ({
      subscription_cancel: { enabled: true, mode: "immediately", proration_behavior: "none" },
    }));
    await post(own("cancel"));
    expect((await now()).status).toBe("canceled");
    expect((await post(own("cancel"))).status).toBe(403);
  });

  it("says what another plan costs before it is changed to, and charges exactly that", async () => {
    const { stripe, yearly, read, post, own, now, customer } = await visit("portal-update", everything);
    const query = new URLSearchParams({ price: yearly.id, quantity: "1" });
    const page = await read(`${own("confirm")}?${query}`);
    const [, due] = /To pay now<\/td><td class="amount">(\$[\d.]+)/.exec(page) ?? [];
    expect((await now()).items.data[0]?.price.id).not.toBe(yearly.id);
    await post(own("confirm"), { price: yearly.id, quantity: "1" });
    expect((await now()).items.data[0]?.price.id).toBe(yearly.id);
    const { data } = await stripe.invoices.list({ customer: customer.id, limit: 1 });
    expect(`$${((data[0]?.amount_paid ?? 0) / 100).toFixed(2)}`).toBe(due);
  });

  it("leaves a change to less for the end of the period, where it is set up so", async () => {
    const { stripe, product, monthly, yearly, subscription, read, post, own, now } = await visit(
      "portal-later",
      (shop) => ({
        subscription_update: {
          ...everything(shop).subscription_update,
          enabled: true,
          schedule_at_period_end: { conditions: [{ type: "decreasing_item_amount" }] },
        },
      }),
    );
    const [item] = subscription.items.data;
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item?.id ?? "", price: yearly.id }],
    });
    const less = { price: monthly.id, quantity: "1" };
    expect(await read(`${own("confirm")}?${new URLSearchParams(less)}`)).toContain("It begins on");
    await post(own("confirm"), less);
    const waiting = await now();
    expect(waiting.items.data[0]?.price.id).toBe(yearly.id);
    expect(await read("home")).toContain("Changes on");
    const end = waiting.items.data[0]?.current_period_end ?? 0;
    await letPass(emulator, "portal-later", end - Math.floor(Date.now() / 1000) + 7200);
    expect((await now()).items.data[0]?.price).toMatchObject({ id: monthly.id, product: product.id });
  });

  it("changes nothing where the new plan can't be paid", async () => {
    const { stripe, yearly, monthly, post, own, now, customer } = await visit("portal-unpaid", everything);
    const card = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: customer.id });
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: card.id } });
    const refused = await post(own("confirm"), { price: yearly.id, quantity: "1" });
    expect([refused.status, refused.text]).toEqual([402, expect.stringContaining("Your card was declined.")]);
    expect((await now()).items.data[0]?.price.id).toBe(monthly.id);
  });

  it("keeps to the prices and quantities it offers", async () => {
    const { stripe, product, post, own, now, monthly } = await visit("portal-bounds", everything);
    const { id: hidden } = await stripe.prices.create({
      currency: "usd",
      product: product.id,
      recurring: { interval: "month" },
      unit_amount: 1,
    });
    expect((await post(own("confirm"), { price: hidden, quantity: "1" })).status).toBe(403);
    const six = await post(own("confirm"), { price: monthly.id, quantity: "6" });
    expect(six.text).toContain("The quantity must be between 1 and 5.");
    expect((await now()).items.data[0]).toMatchObject({ price: { id: monthly.id }, quantity: 1 });
  });

  it("pauses payments and goes on with them", async () => {
    const { post, own, now } = await visit("portal-pause", everything);
    await post(own("pause"));
    expect((await now()).pause_collection).toMatchObject({ behavior: "void" });
    await post(own("resume"));
    expect((await now()).pause_collection).toBeNull();
  });

  it("takes a card, which pays from then on, and gives up the one before", async () => {
    const { stripe, post, customer, subscription, now } = await visit("portal-cards", everything);
    const before = String(customer.invoice_settings.default_payment_method);
    await stripe.subscriptions.update(subscription.id, { default_payment_method: before });
    expect((await post(`cards/${before}/remove`)).status).toBe(403);
    await post("cards", { payment_method: "pm_card_mastercard" });
    const cards = await stripe.customers.listPaymentMethods(customer.id);
    const added = cards.data.find(({ id }) => id !== before);
    expect((await now()).default_payment_method).toBe(added?.id);
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      invoice_settings: { default_payment_method: added?.id },
    });
    await post(`cards/${before}/remove`);
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1);
  });

  it("tells of a card that is refused, and asks for 3-D Secure", async () => {
    const { stripe, post, read, customer } = await visit("portal-refused", everything);
    const refused = await post("cards", { payment_method: "pm_card_chargeDeclined" });
    expect([refused.status, refused.text]).toEqual([402, expect.stringContaining("Your card was declined.")]);
    const asked = await post("cards", { payment_method: "pm_card_threeDSecure2Required" });
    const failed = await postForm(emulator.origin + asked.location, { outcome: "fail" });
    expect(await (await fetch(failed.location ?? "")).text()).toContain("We are unable to authenticate");
    const again = await post("cards", { payment_method: "pm_card_threeDSecure2Required" });
    const passed = await postForm(emulator.origin + again.location, { outcome: "authorize" });
    await fetch(passed.location ?? "", { redirect: "manual" });
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(2);
    expect(await read("home")).toContain("•••• 3220");
  });

  it("changes the details it may, and no others", async () => {
    const { stripe, customer, post, read } = await visit("portal-details", () => ({
      customer_update: { allowed_updates: ["name", "tax_id"], enabled: true },
    }));
    await post("details", {
      email: "other@example.com",
      name: "Ada",
      "tax_id[type]": "eu_vat",
      "tax_id[value]": "FR12345678901",
    });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      email: "reader@example.com",
      name: "Ada",
    });
    const { data } = await stripe.customers.listTaxIds(customer.id);
    expect(data[0]?.value).toBe("FR12345678901");
    const wrong = await post("details", { "tax_id[type]": "eu_vat", "tax_id[value]": "nothing" });
    expect(wrong.text).toContain("Invalid value for eu_vat.");
    await post(`tax-ids/${data[0]?.id}/remove`);
    expect((await stripe.customers.listTaxIds(customer.id)).data).toEqual([]);
    expect(await read("details")).not.toContain('name="email"');
  });

  it("refuses on a post what it doesn't offer, and what isn't its customer's", async () => {
    const { stripe, monthly, post, own, now } = await visit("portal-off", () => ({
      invoice_history: { enabled: true },
    }));
    for (const path of [own("cancel"), own("confirm"), own("pause"), own("keep"), "cards", "details"]) {
      expect([path, (await post(path)).status]).toEqual([path, 403]);
    }
    expect((await now()).status).toBe("active");
    const other = await customerWith(stripe, "pm_card_visa");
    const foreign = await stripe.subscriptions.create({
      customer: other.id,
      items: [{ price: monthly.id }],
    });
    expect((await post(`subscriptions/${foreign.id}/cancel`)).status).toBe(403);
  });

  it("is closed to whoever comes too late or guesses", async () => {
    const { read } = await visit("portal-late", everything);
    expect(await read("home")).toContain("Your subscriptions and payments");
    await letPass(emulator, "portal-late", 3601);
    expect(await read("home")).toContain("This page has expired");
    const unopened = await visit("portal-unopened", everything);
    await letPass(emulator, "portal-unopened", 301);
    expect(await unopened.read("home")).toContain("This page has expired");
    expect((await fetch(`${emulator.origin}/portal/session/test_guess/home`)).status).toBe(404);
  });
});

describe("a portal session for one thing", () => {
  const cancelling =
    (after: Stripe.BillingPortal.SessionCreateParams.FlowData.AfterCompletion) => (subscription: string) => ({
      flow_data: {
        after_completion: after,
        subscription_cancel: { subscription },
        type: "subscription_cancel" as const,
      },
    });

  it("begins with it and leads on as it says", async () => {
    const redirect = { redirect: { return_url: "https://example.com/left" }, type: "redirect" as const };
    const { session, post, own, now } = await visit("flow-cancel", everything, cancelling(redirect));
    const start = await fetch(session.url, { redirect: "manual" });
    expect(start.headers.get("Location")).toContain(own("cancel"));
    expect((await post(own("cancel"))).location).toBe("https://example.com/left");
    expect((await now()).cancel_at_period_end).toBe(true);
  });

  it("confirms with its own words", async () => {
    const words = {
      hosted_confirmation: { custom_message: "Farewell" },
      type: "hosted_confirmation" as const,
    };
    const { post, own } = await visit("flow-words", everything, cancelling(words));
    const { location } = await post(own("cancel"));
    expect(await (await fetch(emulator.origin + location)).text()).toContain("Farewell");
  });

  it("has the change already filled in", async () => {
    const { session, read, own, yearly, post, now } = await visit("flow-confirm", everything);
    const shop = await emulator.stripe("flow-confirm").subscriptions.retrieve((await now()).id);
    const again = await emulator.stripe("flow-confirm").billingPortal.sessions.create({
      configuration: String(session.configuration),
      customer: String(session.customer),
      flow_data: {
        after_completion: { redirect: { return_url: "https://example.com/new" }, type: "redirect" },
        subscription_update_confirm: {
          items: [{ id: shop.items.data[0]?.id ?? "", price: yearly.id, quantity: 1 }],
          subscription: shop.id,
        },
        type: "subscription_update_confirm",
      },
    });
    expect(await (await fetch(again.url)).text()).toContain("Confirm your new plan");
    const done = await postForm(`${again.url}/${own("confirm")}`, { price: yearly.id, quantity: "1" });
    expect(done.location).toBe("https://example.com/new");
    expect((await post(own("update"))).status).toBe(403);
    expect(await read(own("update"))).toContain("yours now");
  });
});
