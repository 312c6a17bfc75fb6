import type Stripe from "stripe";
import type { Answer, StartedEmulator } from "./start-emulator";

export interface Shop {
  readonly stripe: Stripe;
  readonly product: Stripe.Product;
  /** $9.00 a month. */
  readonly monthly: Stripe.Price;
  /** $90.00 a year. */
  readonly yearly: Stripe.Price;
}

/** A product sold by the month and by the year, in an account of its own. */
export async function openShop(emulator: StartedEmulator, account: string): Promise<Shop> {
  const stripe = emulator.stripe(account);
  const product = await stripe.products.create({ name: "Reader" });
  const price = (unit_amount: number, interval: "month" | "year") =>
    stripe.prices.create({ product: product.id, currency: "usd", unit_amount, recurring: { interval } });
  const monthly = await price(900, "month");
  const yearly = await price(9000, "year");
  return { stripe, product, monthly, yearly };
}

/** A customer whose default payment method is the test card of the name. */
export async function customerWith(stripe: Stripe, card: string): Promise<Stripe.Customer> {
  const customer = await stripe.customers.create({ email: "reader@example.com" });
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
  return stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
}

/** An incomplete subscription of a new customer, and the secret with which a browser pays it. */
export async function incompleteSubscription(
  { stripe, monthly }: Shop,
  params: Partial<Stripe.SubscriptionCreateParams> = {},
) {
  const customer = await stripe.customers.create({ email: "reader@example.com" });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    payment_behavior: "default_incomplete",
    expand: ["latest_invoice.confirmation_secret"],
    ...params,
  });
  const invoice = subscription.latest_invoice;
  if (invoice === null || typeof invoice === "string") throw new Error("The invoice wasn't expanded");
  return { customer, subscription, invoice, secret: invoice.confirmation_secret?.client_secret ?? "" };
}

/** Confirms an intent as Stripe.js does: with the publishable key, the client secret and a card's number. */
export function confirmInBrowser(
  emulator: StartedEmulator,
  account: string,
  secret: string,
  number: string,
): Promise<Answer> {
  const [intent = ""] = secret.split("_secret_");
  const collection = intent.startsWith("seti_") ? "setup_intents" : "payment_intents";
  const body = new URLSearchParams({
    client_secret: secret,
    use_stripe_sdk: "true",
    "payment_method_data[type]": "card",
    "payment_method_data[card][number]": number,
    "payment_method_data[card][exp_month]": "12",
    "payment_method_data[card][exp_year]": "2040",
    "payment_method_data[card][cvc]": "123",
  });
  return emulator.request("POST", `/v1/${collection}/${intent}/confirm`, {
    key: `pk_test_${account}`,
    body: body.toString(),
  });
}

/** Answers the challenge an intent waits for, as the customer does on its page. */
export async function answerChallenge(
  emulator: StartedEmulator,
  intent: Readonly<Record<string, unknown>>,
  outcome: "authorize" | "fail",
): Promise<void> {
  const [, id] = /"three_d_secure_2_source":"(\w+)"/.exec(JSON.stringify(intent)) ?? [];
  await fetch(`${emulator.origin}/3ds/${id}`, { method: "POST", body: new URLSearchParams({ outcome }) });
}

/** Lets time pass for one account, everything on the way happening at its own time. */
export async function letPass(emulator: StartedEmulator, account: string, seconds: number): Promise<void> {
  await emulator.request("POST", "/_emulator/clock/advance", {
    key: `sk_test_${account}`,
    body: JSON.stringify({ seconds }),
    headers: { "Content-Type": "application/json" },
  });
}

/** The types of the account's events since the one given, oldest first; but for the balance's, which come by day. */
export async function eventTypes(stripe: Stripe, after?: string): Promise<string[]> {
  return (await allEventTypes(stripe, after)).filter((type) => type !== "balance.available");
}

export async function allEventTypes(stripe: Stripe, after?: string): Promise<string[]> {
  const events = await stripe.events.list(
    after === undefined ? { limit: 100 } : { limit: 100, ending_before: after },
  );
  return events.data.map(({ type }) => type).reverse();
}

/** The id of the newest event: what follows it is what came of the next step. */
export async function lastEvent(stripe: Stripe): Promise<string> {
  const [latest] = (await stripe.events.list({ limit: 1 })).data;
  return latest?.id ?? "";
}

/** The raw answers of several addresses of one account: all asked before any is looked at. */
export async function answersOf(
  emulator: StartedEmulator,
  account: string,
  paths: readonly string[],
): Promise<unknown[]> {
  const answers = await Promise.all(
    paths.map((path) => emulator.request("GET", path, { key: `sk_test_${account}` })),
  );
  return answers.map(({ json }) => json);
}
