import { describe, expect, it } from "vitest";
import { postForm } from "../../support/checkout-page";
import { everything, visitPortal } from "../../support/portal-visit";
import { customerWith, letPass } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

type Visit = Parameters<typeof visitPortal> extends [unknown, ...infer Rest] ? Rest : never;
const visit = (...given: Visit) => visitPortal(emulator, ...given);

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

  it("calls a subscription by what it is for, whatever is counted with it", async () => {
    const { stripe, subscription, monthly, read } = await visit("portal-counted", everything);
    const meter = await stripe.billing.meters.create({
      ...{ default_aggregation: { formula: "sum" }, display_name: "Calls", event_name: "calls" },
    });
    const counted = await stripe.prices.create({
      ...{ currency: "usd", unit_amount: 1, product_data: { name: "Counted calls" } },
      recurring: { interval: "month", usage_type: "metered", meter: meter.id },
    });
    const [item] = subscription.items.data;
    await stripe.subscriptions.update(subscription.id, {
      items: [{ price: counted.id }, { id: item?.id ?? "", deleted: true }],
    });
    await stripe.subscriptions.update(subscription.id, { items: [{ price: monthly.id }] });
    expect(await read("home")).toMatch(/<h3>Reader<\/h3>\s*<p>\$9\.00 per month/);
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
