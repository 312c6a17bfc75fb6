import { expect, it } from "vitest";
import {
  confirmInBrowser,
  customerWith,
  eventTypes,
  incompleteSubscription,
  lastEvent,
  openShop,
} from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

it("deleting a customer ends their subscriptions first", async () => {
  const { stripe, monthly } = await openShop(emulator, "deleted");
  const customer = await customerWith(stripe, "pm_card_visa");
  const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] });
  const before = await lastEvent(stripe);
  await stripe.customers.del(customer.id);
  expect(await eventTypes(stripe, before)).toEqual(["customer.subscription.deleted", "customer.deleted"]);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("canceled");
});

it("what is left of a deleted customer can be noted on, and takes no discount", async () => {
  const { stripe, monthly } = await openShop(emulator, "left");
  const customer = await customerWith(stripe, "pm_card_visa");
  const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] });
  const item = await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer: customer.id });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: "include",
  });
  const { id: coupon } = await stripe.coupons.create({ duration: "once", percent_off: 10 });
  await stripe.customers.del(customer.id);
  const noted = await stripe.subscriptions.update(id, { metadata: { asked: "by mail" } });
  expect(noted).toMatchObject({ metadata: { asked: "by mail" }, status: "canceled" });
  for (const discounted of [
    stripe.invoices.update(draft.id, { discounts: [{ coupon }] }),
    stripe.invoiceItems.update(item.id, { discounts: [{ coupon }] }),
  ]) {
    await expect(discounted).rejects.toMatchObject({ code: "resource_missing", statusCode: 400 });
  }
});

it("a payment begun before its customer was deleted still ends, and revives nothing", async () => {
  const shop = await openShop(emulator, "begun");
  const { customer, subscription, secret } = await incompleteSubscription(shop);
  await shop.stripe.customers.del(customer.id);
  const late = await confirmInBrowser(emulator, "begun", secret, "4242424242424242");
  expect(late.status).toBeLessThan(500);
  expect((await shop.stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
});

it("a subscription's own payment method can be taken away", async () => {
  const { stripe, monthly } = await openShop(emulator, "unset");
  const customer = await customerWith(stripe, "pm_card_visa");
  const [method] = (await stripe.paymentMethods.list({ customer: customer.id })).data;
  const { id } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    default_payment_method: method?.id ?? "",
  });
  const without = await stripe.subscriptions.update(id, { default_payment_method: "" });
  expect(without.default_payment_method).toBeNull();
});

it("an invoice whose customer was deleted is refused in words, and nothing fails", async () => {
  const shop = await openShop(emulator, "orphans");
  const { customer, invoice } = await incompleteSubscription(shop);
  await shop.stripe.invoiceItems.create({ amount: 700, currency: "usd", customer: customer.id });
  const draft = await shop.stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: "include",
  });
  await shop.stripe.customers.del(customer.id);
  const finalized = shop.stripe.invoices.finalizeInvoice(draft.id);
  await expect(finalized).rejects.toThrow(/No such customer/);
  await expect(shop.stripe.invoices.pay(draft.id)).rejects.toMatchObject({ statusCode: 400 });
  await expect(shop.stripe.invoices.pay(invoice.id)).rejects.toMatchObject({ statusCode: 400 });
});
