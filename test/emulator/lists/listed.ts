import type Stripe from "stripe";
import type { InProcess } from "../properties/in-process";

const HOUR = 3600;
const THRICE = [0, 1, 2];

/** The ids that lists of a thing's own are asked for by. */
export interface Listed {
  readonly customer: string;
  readonly product: string;
  readonly subscription: string;
  readonly invoice: string;
  readonly creditLines: { amount: number; invoice_line_item: string; type: "invoice_line_item" }[];
  readonly creditNote: string;
  readonly session: string;
  readonly meter: string;
  /** The hours in which the meter counted something, unix seconds. */
  readonly used: { readonly end_time: number; readonly start_time: number };
  readonly setupIntent: string;
}

/** Makes three at least of everything that there is a list of. */
export async function makeLists(shop: InProcess): Promise<Listed> {
  const { stripe } = shop;
  const catalogue = await makeCatalogue(stripe);
  const people = await makePeople(stripe);
  const metered = await makeUsage(shop, people.customer);
  const setupIntent = await makePayments(stripe);
  const billing = await makeBilling(stripe, people.customer, catalogue);
  await makeSettings(stripe);
  shop.pass(10);
  return { ...catalogue, ...people, ...metered, ...billing, setupIntent };
}

async function makeCatalogue(stripe: Stripe) {
  const products: string[] = [];
  const recurring: string[] = [];
  const once: string[] = [];
  for (const number of THRICE) {
    const { id: product } = await stripe.products.create({ name: `Reader ${number}` });
    const price = { currency: "usd", product, unit_amount: 1000 + number };
    products.push(product);
    recurring.push((await stripe.prices.create({ ...price, recurring: { interval: "month" } })).id);
    once.push((await stripe.prices.create(price)).id);
    const { id: coupon } = await stripe.coupons.create({ percent_off: 10 + number });
    await stripe.promotionCodes.create({ promotion: { coupon, type: "coupon" } });
    const feature = await stripe.entitlements.features.create({ lookup_key: `f${number}`, name: "Pages" });
    await stripe.products.createFeature(products[0] ?? "", { entitlement_feature: feature.id });
    await stripe.taxRates.create({ display_name: "VAT", inclusive: false, percentage: 20 });
    await stripe.shippingRates.create({
      display_name: "By post",
      fixed_amount: { amount: 500, currency: "usd" },
      type: "fixed_amount",
    });
  }
  return { once, product: products[0] ?? "", recurring };
}

async function makePeople(stripe: Stripe) {
  const customers: string[] = [];
  for (const _ of THRICE) customers.push((await stripe.customers.create()).id);
  const customer = customers[0] ?? "";
  for (const number of THRICE) {
    await stripe.customers.createBalanceTransaction(customer, { amount: number + 1, currency: "usd" });
    await stripe.customers.createTaxId(customer, { type: "eu_vat", value: `DE12345678${number}` });
    await stripe.taxIds.create({ type: "eu_vat", value: `FR1234567890${number}` });
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  }
  return { customer };
}

async function makeUsage({ stripe, account, pass }: InProcess, customer: string) {
  const meters: string[] = [];
  for (const number of THRICE) {
    const meter = await stripe.billing.meters.create({
      default_aggregation: { formula: "sum" },
      display_name: "Pages",
      event_name: `page${number}`,
    });
    meters.push(meter.id);
  }
  const first = account.now() - (account.now() % HOUR);
  for (const _ of THRICE) {
    const payload = { stripe_customer_id: customer, value: "4" };
    await stripe.billing.meterEvents.create({ event_name: "page0", payload });
    pass(HOUR);
  }
  return { meter: meters[0] ?? "", used: { end_time: first + 3 * HOUR, start_time: first } };
}

async function makePayments(stripe: Stripe): Promise<string> {
  const return_url = "https://example.com/back";
  const setup = await stripe.setupIntents.create();
  for (const _ of THRICE) {
    for (const payment_method of ["pm_card_createDispute", "pm_card_createIssuerFraudRecord"]) {
      await stripe.paymentIntents.create({
        amount: 5000,
        confirm: true,
        currency: "usd",
        payment_method,
        return_url,
      });
    }
    const paid = { amount: 5000, confirm: true, currency: "usd", payment_method: "pm_card_visa", return_url };
    await stripe.refunds.create({ payment_intent: (await stripe.paymentIntents.create(paid)).id });
    await stripe.setupIntents.create();
    const attempt = { payment_method: "pm_card_visa_chargeDeclined", return_url };
    await stripe.setupIntents.confirm(setup.id, attempt).catch(() => "as meant");
  }
  return setup.id;
}

async function makeBilling(
  stripe: Stripe,
  customer: string,
  { once, recurring }: { once: string[]; recurring: string[] },
) {
  const items = recurring.map((price) => ({ price }));
  const { id, latest_invoice } = await stripe.subscriptions.create({ customer, items });
  const sold = once.map((price) => ({ price, quantity: 1 }));
  const sessions: string[] = [];
  const notes: string[] = [];
  const invoice = await stripe.invoices.retrieve(String(latest_invoice));
  const creditLines = invoice.lines.data.map((line) => ({
    amount: 100,
    invoice_line_item: line.id,
    type: "invoice_line_item" as const,
  }));
  for (const _ of THRICE) {
    await stripe.subscriptions.create({ customer, items: items.slice(0, 1) });
    await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer });
    const buy = { line_items: sold, mode: "payment", success_url: "https://example.com" } as const;
    sessions.push((await stripe.checkout.sessions.create({ ...buy, line_items: [...sold] })).id);
    const note = { credit_amount: 300, invoice: invoice.id, lines: creditLines };
    notes.push((await stripe.creditNotes.create(note)).id);
    await stripe.subscriptionSchedules.create({
      customer,
      phases: [{ duration: { interval: "month" }, items: items.slice(0, 1) }],
      start_date: "now",
    });
  }
  return {
    creditLines,
    creditNote: notes[0] ?? "",
    invoice: invoice.id,
    session: sessions[0] ?? "",
    subscription: id,
  };
}

async function makeSettings(stripe: Stripe): Promise<void> {
  for (const number of THRICE) {
    await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 + number });
    await stripe.billing.feedbackOptions.create({ description: `Reason ${number}` });
    await stripe.billingPortal.configurations.create({ features: { invoice_history: { enabled: true } } });
    await stripe.paymentMethodConfigurations.create({ name: `Cards ${number}` });
    await stripe.webhookEndpoints.create({ enabled_events: ["*"], url: `https://example.com/${number}` });
  }
}
