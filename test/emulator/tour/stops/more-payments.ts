import { rejects } from "node:assert/strict";
import type { Guide } from "../tour";

/** What there is beside PaymentIntents: charges of tokens, authorizations that grow, how one can pay, the balance. */
export async function morePayments({ stripe }: Guide): Promise<void> {
  const charge = await stripe.charges.create({ amount: 900, currency: "usd", source: "tok_visa" });
  await rejects(stripe.charges.create({ amount: 900, currency: "usd", source: "tok_chargeDeclined" }), {
    code: "card_declined",
  });
  const refund = await stripe.refunds.create({ charge: charge.id });
  await rejects(stripe.testHelpers.refunds.expire(refund.id), { message: /can be expired/ });
  const numbers = { exp_month: "12", exp_year: "2040", number: "4242424242424242" };
  await rejects(stripe.tokens.create({ card: numbers }), { message: /generally unsafe/ });
  await rejects(stripe.tokens.retrieve("tok_none"), { code: "resource_missing" });

  const held = await stripe.paymentIntents.create({
    amount: 1000,
    capture_method: "manual",
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_visa",
    payment_method_options: { card: { request_incremental_authorization: "if_available" } },
    return_url: "https://example.com/back",
  });
  await stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1500 });
  await stripe.balance.retrieve();

  const configuration = await stripe.paymentMethodConfigurations.create({
    card: { display_preference: { preference: "on" } },
    name: "Cards alone",
  });
  await stripe.paymentMethodConfigurations.update(configuration.id, {
    link: { display_preference: { preference: "off" } },
  });
  await stripe.paymentMethodConfigurations.retrieve(configuration.id);
  await stripe.paymentMethodConfigurations.list();
  const setup = await stripe.setupIntents.create({
    confirm: true,
    payment_method: "pm_card_visa",
    payment_method_configuration: configuration.id,
    return_url: "https://example.com/back",
  });
  await stripe.setupAttempts.list({ setup_intent: setup.id });
  await rejects(stripe.mandates.retrieve("mandate_none"), { code: "resource_missing" });
}
