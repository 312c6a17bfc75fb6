import { type Act, one } from "./business";

const cards = [
  "pm_card_visa",
  "pm_card_visa",
  "pm_card_chargeCustomerFail",
  "pm_card_authenticationRequired",
];

/** Customers, and their cards. */
export const people = {
  async arrive(business, which) {
    const { stripe, customers, methods } = business;
    const customer = await stripe.customers.create({ email: `reader${which}@example.com` });
    customers.push(customer.id);
    const method = await stripe.paymentMethods.attach(one(cards, which), { customer: customer.id });
    methods.push(method.id);
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
  },
  rename: ({ stripe, customers }, which) =>
    stripe.customers.update(one(customers, which), { name: `Reader ${which % 5}` }),
  async leave({ stripe, customers }, which) {
    const customer = one(customers, which);
    customers.splice(customers.indexOf(customer), 1);
    await stripe.customers.del(customer);
  },
  async addCard({ stripe, customers, methods }, which) {
    const method = await stripe.paymentMethods.attach(one(cards, which), { customer: one(customers, which) });
    methods.push(method.id);
  },
  addressOfCard: ({ stripe, methods }, which) =>
    stripe.paymentMethods.update(one(methods, which), {
      billing_details: { name: `Holder ${which % 5}` },
    }),
  removeCard: ({ stripe, methods }, which) => stripe.paymentMethods.detach(one(methods, which)),
  async keepCard({ stripe, customers, secrets }, which) {
    const { client_secret } = await stripe.setupIntents.create({ customer: one(customers, which) });
    if (client_secret) secrets.push(client_secret);
  },
} satisfies Record<string, Act>;
