import type { Guide } from "../tour";

/** Customers and their payment methods. */
export async function customers({ stripe }: Guide): Promise<void> {
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
  await stripe.paymentMethods.detach(method.id);

  await stripe.customers.del(customer.id);
  await stripe.customers.retrieve(customer.id);
}
