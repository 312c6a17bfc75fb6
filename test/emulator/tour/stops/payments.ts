import { rejects } from "node:assert/strict";
import { letPass } from "../../support/shop";
import type { Guide } from "../tour";

/** PaymentIntents, the charges they make and what is given back. */
export async function payments({ stripe, emulator, account }: Guide): Promise<void> {
  const later = await stripe.paymentIntents.create({ amount: 2000, currency: "usd" });
  await stripe.paymentIntents.update(later.id, { amount: 2500, description: "A book" });
  await stripe.paymentIntents.confirm(later.id, {
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  await letPass(emulator, account, 2);
  await stripe.paymentIntents.retrieve(later.id, { expand: ["latest_charge.balance_transaction"] });
  await stripe.paymentIntents.list();

  const held = await stripe.paymentIntents.create({
    amount: 3000,
    capture_method: "manual",
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  await stripe.paymentIntents.capture(held.id, { amount_to_capture: 2000 });
  const dropped = await stripe.paymentIntents.create({ amount: 1000, currency: "usd" });
  await stripe.paymentIntents.cancel(dropped.id, { cancellation_reason: "abandoned" });

  const other = await stripe.paymentIntents.create({
    amount: 3000,
    capture_method: "manual",
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  await stripe.charges.capture(String(other.latest_charge));

  const charge = String(held.latest_charge);
  await stripe.charges.update(charge, { description: "Two books" });
  await stripe.charges.retrieve(charge, { expand: ["refunds"] });
  await stripe.charges.list({ payment_intent: held.id });

  const refund = await stripe.refunds.create({ charge, amount: 500 });
  await stripe.refunds.update(refund.id, { metadata: { why: "torn" } });
  await stripe.refunds.retrieve(refund.id);
  await stripe.refunds.list({ charge });
  await rejects(stripe.refunds.cancel(refund.id), { message: "Canceling this refund is unsupported." });

  const [entry] = (await stripe.balanceTransactions.list()).data;
  await stripe.balanceTransactions.retrieve(entry?.id ?? "");
}
