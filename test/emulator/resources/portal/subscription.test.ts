import { describe, expect, it } from "vitest";
import { everything, visitPortal } from "../../support/portal-visit";
import { eventTypes, lastEvent, letPass } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

type Visit = Parameters<typeof visitPortal> extends [unknown, ...infer Rest] ? Rest : never;
const visit = (...given: Visit) => visitPortal(emulator, ...given);

describe("a subscription in the portal", () => {
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
});
