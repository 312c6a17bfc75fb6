import { describe, expect, it } from "vitest";
import { customerWith, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

async function taxed(account: string, inclusive: boolean, tax_exempt: "none" | "exempt" = "none") {
  const shop = await openShop(emulator, account);
  const rate = await shop.stripe.taxRates.create({ display_name: "VAT", inclusive, percentage: 20 });
  const customer = await customerWith(shop.stripe, "pm_card_visa");
  await shop.stripe.customers.update(customer.id, { tax_exempt });
  const subscription = await shop.stripe.subscriptions.create({
    customer: customer.id,
    default_tax_rates: [rate.id],
    expand: ["latest_invoice"],
    items: [{ price: shop.monthly.id }],
  });
  return { ...shop, rate, customer, subscription };
}

describe("a tax rate", () => {
  it("that is exclusive comes on top", async () => {
    const { subscription, rate } = await taxed("on-top", false);
    expect(subscription.latest_invoice).toMatchObject({
      subtotal: 900,
      total: 1080,
      total_excluding_tax: 900,
      amount_paid: 1080,
      total_taxes: [{ amount: 180, tax_behavior: "exclusive", tax_rate_details: { tax_rate: rate.id } }],
    });
  });

  it("that is inclusive is within", async () => {
    const { subscription } = await taxed("within", true);
    expect(subscription.latest_invoice).toMatchObject({
      subtotal: 900,
      subtotal_excluding_tax: 750,
      total: 900,
      total_excluding_tax: 750,
      total_taxes: [{ amount: 150, taxable_amount: 750 }],
    });
  });

  it("asks nothing of a customer who is exempt", async () => {
    const { subscription } = await taxed("exempt", false, "exempt");
    expect(subscription.latest_invoice).toMatchObject({
      total: 900,
      total_taxes: [{ amount: 0, taxability_reason: "customer_exempt" }],
    });
  });

  it("of an item goes before that of its subscription, and follows discounts", async () => {
    const { stripe, monthly, customer, rate } = await taxed("item", false);
    const low = await stripe.taxRates.create({ display_name: "Books", inclusive: false, percentage: 5 });
    const coupon = await stripe.coupons.create({ percent_off: 50 });
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      default_tax_rates: [rate.id],
      discounts: [{ coupon: coupon.id }],
      expand: ["latest_invoice"],
      items: [{ price: monthly.id, tax_rates: [low.id] }],
    });
    expect(subscription.items.data[0]?.tax_rates).toMatchObject([{ id: low.id, percentage: 5 }]);
    expect(subscription.latest_invoice).toMatchObject({ total: 473, total_taxes: [{ amount: 23 }] });
  });

  it("that is archived can't be given to anything new", async () => {
    const { stripe, monthly, customer, rate } = await taxed("archived", false);
    await stripe.taxRates.update(rate.id, { active: false });
    const attempt = stripe.subscriptions.create({
      customer: customer.id,
      default_tax_rates: [rate.id],
      items: [{ price: monthly.id }],
    });
    await expect(attempt).rejects.toMatchObject({ param: "default_tax_rates[0]" });
  });

  it("changes a draft when it is put on it", async () => {
    const { stripe, customer, rate } = await taxed("draft", false);
    const draft = await stripe.invoices.create({ customer: customer.id });
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: draft.id,
      amount: 1000,
      currency: "usd",
    });
    const coupon = await stripe.coupons.create({ amount_off: 400, currency: "usd" });
    const updated = await stripe.invoices.update(draft.id, {
      default_tax_rates: [rate.id],
      discounts: [{ coupon: coupon.id }],
    });
    expect(updated).toMatchObject({ subtotal: 1000, total: 720, amount_due: 720 });
  });
});
