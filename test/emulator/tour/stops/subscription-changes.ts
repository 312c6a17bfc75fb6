import { customerWith, letPass, openShop } from "../../support/shop";
import type { Guide } from "../tour";

const DAY = 86_400;

/** What is changed about a subscription while it runs: its anchor, a pause, a change that isn't paid. */
export async function subscriptionChanges({ stripe, emulator, account }: Guide): Promise<void> {
  const { monthly, yearly, product } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const once = await stripe.prices.create({ currency: "usd", product: product.id, unit_amount: 300 });
  const { id, items } = await stripe.subscriptions.create({
    add_invoice_items: [{ price: once.id }],
    billing_cycle_anchor_config: { day_of_month: 15 },
    customer,
    items: [{ price: monthly.id }],
  });
  const item = items.data[0]?.id ?? "";
  await letPass(emulator, account, 2 * DAY);
  await stripe.subscriptions.update(id, { billing_cycle_anchor: { type: "now" } });
  await stripe.subscriptions.migrate(id, { billing_mode: { type: "flexible" } });
  await stripe.subscriptions.pause(id, { invoicing_behavior: "invoice" });
  await letPass(emulator, account, 40 * DAY);
  await stripe.subscriptions.resume(id, { expand: ["latest_invoice"] });

  const broken = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await stripe.subscriptions.update(id, { default_payment_method: broken.id });
  const yearlyIfPaid = () =>
    stripe.subscriptions.update(id, {
      items: [{ id: item, price: yearly.id }],
      payment_behavior: "pending_if_incomplete",
      proration_behavior: "always_invoice",
    });
  await yearlyIfPaid();
  await stripe.subscriptions.retrieve(id);
  await letPass(emulator, account, DAY);
  const { latest_invoice: unpaid } = await yearlyIfPaid();
  await stripe.invoices.pay(String(unpaid), { payment_method: "pm_card_visa" });
  await stripe.subscriptions.update(id, { trial_end: Math.floor(Date.now() / 1000) + 60 * DAY });
}
