import { adminOf } from "../../support/admin";
import { customerWith, letPass, openShop } from "../../support/shop";
import type { Guide } from "../tour";

const DAY = 86_400;

/** What is told beforehand, or by others: a bank's warning, a new card, the next invoice, one that can't be closed. */
export async function warnings({ stripe, emulator, account }: Guide): Promise<void> {
  const { id } = await stripe.paymentIntents.create({
    amount: 5000,
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_createIssuerFraudRecord",
    return_url: "https://example.com/back",
  });
  await letPass(emulator, account, 5);
  const [warning] = (await stripe.radar.earlyFraudWarnings.list({ payment_intent: id })).data;
  await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? "", { expand: ["charge"] });
  await stripe.refunds.create({ payment_intent: id });

  const { monthly } = await openShop(emulator, account);
  const { id: customer, invoice_settings: settings } = await customerWith(stripe, "pm_card_visa");
  await adminOf(emulator, account).post("cards/renew", { payment_method: settings.default_payment_method });
  await stripe.customers.update(customer, { address: { country: "US" } });
  await stripe.subscriptions.create({
    automatic_tax: { enabled: true },
    customer,
    items: [{ price: monthly.id }],
  });
  await stripe.customers.update(customer, { address: "" });
  await letPass(emulator, account, 35 * DAY);
}
