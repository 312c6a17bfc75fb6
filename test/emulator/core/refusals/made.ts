import type Stripe from "stripe";
import { customerWith, openShop, type Shop } from "../../support/shop";
import type { StartedEmulator } from "../../support/start-emulator";

/** Ids by the names that refusals give them. */
export type Made = ReadonlyMap<string, string>;

const BACK = "https://example.com/back";

/** Everything that requests are refused for, in the account `test`. */
export async function makeAll(emulator: StartedEmulator): Promise<Made> {
  const shop = await openShop(emulator, "test");
  const customer = await customerWith(shop.stripe, "pm_card_visa");
  return new Map([
    ["customer", customer.id],
    ["method", String(customer.invoice_settings.default_payment_method)],
    ["nobody", (await shop.stripe.customers.create()).id],
    ...Object.entries(await makeCatalogue(shop)),
    ...Object.entries(await makePayments(shop)),
    ...Object.entries(await makeSetups(shop)),
    ...Object.entries(await makeDiscounts(shop)),
    ...Object.entries(await makeBilling(shop, customer.id)),
    ...Object.entries(await makeGuarded(shop)),
    ...Object.entries(lengthy()),
  ]);
}

async function makeCatalogue({ stripe, product, monthly }: Shop) {
  const price = async (more: Partial<Stripe.PriceCreateParams>) => {
    const made = await stripe.prices.create({
      currency: "usd",
      product: product.id,
      unit_amount: 900,
      ...more,
    });
    return made.id;
  };
  const recurring = { interval: "month" } as const;
  const meter = {
    default_aggregation: { formula: "sum" },
    display_name: "Pages",
    event_name: "taken",
  } as const;
  await stripe.billing.meters.create(meter);
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
  return {
    archived: await price({ active: false, recurring }),
    clock: clock.id,
    euros: await price({ currency: "eur", recurring }),
    keyed: await price({ lookup_key: "taken" }),
    monthly: monthly.id,
    once: await price({}),
    product: product.id,
  };
}

async function makePayments({ stripe }: Shop) {
  const pay = { amount: 5000, currency: "usd" };
  const paying = (payment_method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({ ...pay, confirm: true, payment_method, return_url: BACK, ...more });
  const paid = await paying("pm_card_visa");
  const refunded = await paying("pm_card_visa");
  const refund = await stripe.refunds.create({ payment_intent: refunded.id });
  const disputed = await paying("pm_card_createDispute");
  const lost = await paying("pm_card_createDispute");
  const [dispute] = (await stripe.disputes.list({ payment_intent: lost.id })).data;
  await stripe.disputes.close(dispute?.id ?? "");
  const declined = await stripe.paymentIntents.create(pay);
  const attempt = { payment_method: "pm_card_visa_chargeDeclined", return_url: BACK };
  await stripe.paymentIntents.confirm(declined.id, attempt).catch(() => "as meant");
  const loose = () => stripe.paymentMethods.create({ card: { token: "tok_visa" }, type: "card" });
  const { id: former } = await stripe.customers.create();
  const attached = await stripe.paymentMethods.attach("pm_card_visa", { customer: former });
  return {
    capturable: (await paying("pm_card_visa", { capture_method: "manual" })).id,
    charge: String(paid.latest_charge),
    confirmable: (await stripe.paymentIntents.create({ ...pay, payment_method: "pm_card_visa" })).id,
    declined: declined.id,
    declinedCharge: String((await stripe.paymentIntents.retrieve(declined.id)).latest_charge),
    detached: (await stripe.paymentMethods.detach(attached.id)).id,
    disputed: String(disputed.latest_charge),
    held: String((await paying("pm_card_visa", { capture_method: "manual" })).latest_charge),
    fresh: (await stripe.paymentIntents.create(pay)).id,
    loose: (await loose()).id,
    lost: dispute?.id ?? "",
    paid: paid.id,
    refund: refund.id,
    refunded: String(refunded.latest_charge),
  };
}

async function makeSetups({ stripe }: Shop) {
  const setup = await stripe.setupIntents.create({
    confirm: true,
    payment_method: "pm_card_visa",
    return_url: BACK,
  });
  const canceled = await stripe.setupIntents.create();
  return {
    setup: setup.id,
    setupCanceled: (await stripe.setupIntents.cancel(canceled.id)).id,
    setupFresh: (await stripe.setupIntents.create()).id,
  };
}

async function makeDiscounts({ stripe, monthly }: Shop) {
  const { id: coupon } = await stripe.coupons.create({ percent_off: 10 });
  const { id: spent } = await stripe.coupons.create({ max_redemptions: 1, percent_off: 10 });
  const code = (more: Partial<Stripe.PromotionCodeCreateParams>) =>
    stripe.promotionCodes.create({ promotion: { coupon, type: "coupon" }, ...more });
  const usedUp = await code({ max_redemptions: 1 });
  const { id: buyer } = await customerWith(stripe, "pm_card_visa");
  const items = [{ price: monthly.id }];
  for (const discount of [{ coupon: spent }, { promotion_code: usedUp.id }]) {
    await stripe.subscriptions.create({ customer: buyer, discounts: [discount], items });
  }
  const { id: lasting } = await stripe.coupons.create({ duration: "forever", percent_off: 10 });
  const bought = { customer: buyer, discounts: [{ coupon: lasting }], items };
  const [discount] = (await stripe.subscriptions.create(bought)).discounts;
  const least = { minimum_amount: 10_000, minimum_amount_currency: "usd" };
  return {
    coupon,
    discount: String(discount),
    firstOnly: (await code({ restrictions: { first_time_transaction: true } })).id,
    minimum: (await code({ code: "MINIMUM", restrictions: least })).id,
    spent,
    usedUp: usedUp.id,
  };
}

async function makeBilling({ stripe, monthly }: Shop, customer: string) {
  const items = [{ price: monthly.id }];
  const canceled = await stripe.subscriptions.create({ customer, items });
  await stripe.subscriptions.cancel(canceled.id);
  const drafted = async () => {
    await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer });
    return await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
  };
  const dead = await drafted();
  await stripe.invoices.del(dead.id);
  const open = await stripe.invoices.finalizeInvoice((await drafted()).id);
  const session = await stripe.checkout.sessions.create({
    line_items: [{ price: monthly.id, quantity: 1 }],
    mode: "subscription",
    success_url: BACK,
  });
  return {
    active: (await stripe.subscriptions.create({ customer, items })).id,
    canceled: canceled.id,
    deadItem: dead.lines.data[0]?.parent?.invoice_item_details?.invoice_item ?? "",
    draft: (await drafted()).id,
    expired: (await stripe.checkout.sessions.expire(session.id)).id,
    settled: String(canceled.latest_invoice),
    soon: String(Math.floor(Date.now() / 1000) + 60),
    uncollectible: (await stripe.invoices.markUncollectible(open.id)).id,
  };
}

/** What a card pays for whose holder is always asked. */
async function makeGuarded({ stripe }: Shop) {
  const { id, invoice_settings } = await customerWith(stripe, "pm_card_authenticationRequired");
  await stripe.invoiceItems.create({ amount: 700, currency: "usd", customer: id });
  const draft = await stripe.invoices.create({ customer: id, pending_invoice_items_behavior: "include" });
  const open = await stripe.invoices.finalizeInvoice(draft.id, { expand: ["confirmation_secret"] });
  return {
    guarded: id,
    guardedIntent: open.confirmation_secret?.client_secret.split("_secret")[0] ?? "",
    guardedInvoice: open.id,
    guardedMethod: String(invoice_settings.default_payment_method),
  };
}

/** What is too long or too much. */
function lengthy() {
  const counted = (count: number, one: (number: number) => string) =>
    Array.from({ length: count }, (_, number) => one(number)).join("&");
  return {
    key: "k".repeat(41),
    keys: counted(51, (number) => `metadata[k${number}]=1`),
    long: "x".repeat(501),
    many: counted(21, (number) => `items[${number}][price]=price_${number}`),
  };
}
