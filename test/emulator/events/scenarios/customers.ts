import type { Scenarios } from "./stage";

/** Who pays, and with what. */
export const customers: Scenarios = {
  "customers.create": async ({ stripe, during }) => [
    await during(() => stripe.customers.create()),
    await during(() => stripe.customers.create({ payment_method: "pm_card_visa" })),
  ],
  "customers.update": async ({ stripe, customer, during }) => {
    const id = await customer();
    return during(() => stripe.customers.update(id, { name: "Ada" }));
  },
  "customers.del": async ({ stripe, subscription, during }) => {
    const { customer } = await subscription();
    return during(() => stripe.customers.del(String(customer)));
  },
  "customers.createTaxId": async ({ stripe, customer, during, pass }) => {
    const id = await customer();
    return during(async () => {
      await stripe.customers.createTaxId(id, { type: "eu_vat", value: "DE123456789" });
      await pass(10);
    });
  },
  "customers.createBalanceTransaction": async ({ stripe, customer, during }) => {
    const id = await customer();
    return during(() => stripe.customers.createBalanceTransaction(id, { amount: -500, currency: "usd" }));
  },
  "paymentMethods.create": ({ stripe, during }) =>
    during(() => stripe.paymentMethods.create({ card: { token: "tok_visa" }, type: "card" })),
  "paymentMethods.attach": async ({ stripe, customer, during }) => {
    const id = await customer();
    return during(() => stripe.paymentMethods.attach("pm_card_visa", { customer: id }));
  },
  "paymentMethods.detach": async ({ stripe, customer, during }) => {
    const id = await customer("pm_card_visa");
    const spare = await stripe.paymentMethods.attach("pm_card_mastercard", { customer: id });
    const usual = (await stripe.customers.listPaymentMethods(id)).data.find(
      (method) => method.id !== spare.id,
    );
    return [
      await during(() => stripe.paymentMethods.detach(spare.id)),
      await during(() => stripe.paymentMethods.detach(usual?.id ?? "")),
    ];
  },
  "paymentMethods.update": async ({ stripe, customer, during }) => {
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: await customer() });
    return during(() => stripe.paymentMethods.update(method.id, { billing_details: { name: "Ada" } }));
  },
  "a card that its network renews": async ({ stripe, customer, during, admin }) => {
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: await customer() });
    return during(() => admin.post("cards/renew", { payment_method: method.id }));
  },
  "billingPortal.configurations.create": ({ stripe, during }) =>
    during(() =>
      stripe.billingPortal.configurations.create({ features: { invoice_history: { enabled: true } } }),
    ),
  "billingPortal.configurations.update": async ({ stripe, during }) => {
    const features = { invoice_history: { enabled: true } };
    const { id } = await stripe.billingPortal.configurations.create({ features });
    return during(() => stripe.billingPortal.configurations.update(id, { active: false }));
  },
  "billingPortal.sessions.create": async ({ stripe, customer, during }) => {
    const id = await customer();
    const open = () => during(() => stripe.billingPortal.sessions.create({ customer: id }));
    return [await open(), await open()];
  },
  "a subscription canceled in the portal": async ({ stripe, subscription, during, emulator }) => {
    const { id, customer } = await subscription();
    const { url } = await stripe.billingPortal.sessions.create({ customer: String(customer) });
    const address = `${emulator.origin}${new URL(url).pathname}/subscriptions/${id}/cancel`;
    return during(() => fetch(address, { method: "POST", body: new URLSearchParams({ do: "cancel" }) }));
  },
};
