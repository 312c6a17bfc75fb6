import { letPass } from "../../support/shop";
import type { Guide } from "../tour";

/** Customers and their payment methods. */
export async function customers({ stripe, emulator, account }: Guide): Promise<void> {
  const customer = await stripe.customers.create({
    address: { city: "Oslo", country: "NO" },
    email: "reader@example.com",
    name: "A Reader",
  });
  await stripe.customers.update(customer.id, { metadata: { note: "kind" }, phone: "+15550100" });
  await stripe.customers.retrieve(customer.id);
  await stripe.customers.list({ email: "reader@example.com" });

  const created = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
  const method = await stripe.paymentMethods.attach(created.id, { customer: customer.id });
  await stripe.paymentMethods.update(method.id, { billing_details: { name: "A Reader" } });
  await stripe.paymentMethods.retrieve(method.id, { expand: ["customer"] });
  await stripe.paymentMethods.list({ customer: customer.id });
  await stripe.customers.listPaymentMethods(customer.id);
  await stripe.customers.retrievePaymentMethod(customer.id, method.id);
  await stripe.paymentMethods.detach(method.id);

  const entry = await stripe.customers.createBalanceTransaction(customer.id, {
    amount: -500,
    currency: "usd",
  });
  await stripe.customers.updateBalanceTransaction(customer.id, entry.id, { description: "With thanks" });
  await stripe.customers.retrieveBalanceTransaction(customer.id, entry.id);
  await stripe.customers.listBalanceTransactions(customer.id);

  const taxId = await stripe.customers.createTaxId(customer.id, { type: "eu_vat", value: "DE123456789" });
  await stripe.customers.retrieveTaxId(customer.id, taxId.id);
  await stripe.customers.listTaxIds(customer.id);
  await stripe.customers.retrieve(customer.id, { expand: ["tax_ids"] });
  await letPass(emulator, account, 10);
  await stripe.customers.deleteTaxId(customer.id, taxId.id);
  const own = await stripe.taxIds.create({ type: "us_ein", value: "12-3456789" });
  await stripe.taxIds.retrieve(own.id);
  await stripe.taxIds.list();
  await stripe.taxIds.del(own.id);

  await stripe.customers.del(customer.id);
  await stripe.customers.retrieve(customer.id);
}
