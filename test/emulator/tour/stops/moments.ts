import type Stripe from "stripe";
import { customerWith, letPass, openShop } from "../../support/shop";
import type { Guide } from "../tour";

const DAY = 86_400;
const RETURN = { return_url: "https://example.com/back" };

/** What happens by itself, or goes otherwise than hoped. */
export async function moments(guide: Guide): Promise<void> {
  await challenges(guide);
  await refundsThatTakeTime(guide);
  await lateInvoices(guide);
  await features(guide);
  const { monthly } = await openShop(guide.emulator, guide.account);
  await guide.emulator.request("DELETE", `/_emulator/prices/${monthly.id}`, {
    key: `sk_test_${guide.account}`,
  });
}

async function challenges({ stripe, emulator, account }: Guide): Promise<void> {
  const setup = (payment_method: string) =>
    stripe.setupIntents.create({ confirm: true, payment_method, ...RETURN });
  await setup("pm_card_authenticationRequired");
  await setup("pm_card_chargeDeclined").catch(() => undefined);
  await pay(stripe, "pm_card_authenticationRequired");
  const customer = await customerWith(stripe, "pm_card_authenticationRequired");
  const { monthly } = await openShop(emulator, account);
  await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] });
}

async function refundsThatTakeTime({ stripe, emulator, account }: Guide): Promise<void> {
  for (const card of ["pm_card_pendingRefund", "pm_card_refundFail"]) {
    const { id } = await pay(stripe, card);
    await stripe.refunds.create({ payment_intent: id });
  }
  await pay(stripe, "pm_card_visa", { capture_method: "manual" });
  await letPass(emulator, account, 8 * DAY);
}

async function lateInvoices({ stripe, emulator, account }: Guide): Promise<void> {
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const invoice = await stripe.invoices.create({
    collection_method: "send_invoice",
    customer,
    days_until_due: 14,
  });
  await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer, invoice: invoice.id });
  await stripe.invoices.finalizeInvoice(invoice.id);
  await letPass(emulator, account, 15 * DAY);
  const payment = await pay(stripe, "pm_card_visa", { customer });
  await stripe.invoices.attachPayment(invoice.id, { payment_intent: payment.id });
}

async function features({ stripe, emulator, account }: Guide): Promise<void> {
  const { monthly, product } = await openShop(emulator, account);
  const feature = await stripe.entitlements.features.create({ lookup_key: "library", name: "The library" });
  await stripe.products.createFeature(product.id, { entitlement_feature: feature.id });
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
}

function pay(stripe: Stripe, payment_method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    amount: 1000,
    confirm: true,
    currency: "usd",
    payment_method,
    ...RETURN,
    ...more,
  });
}
