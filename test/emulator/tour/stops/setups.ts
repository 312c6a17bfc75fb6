import type { Guide } from "../tour";

/** Cards saved for later. */
export async function setups({ stripe }: Guide): Promise<void> {
  const customer = await stripe.customers.create();
  const intent = await stripe.setupIntents.create({ customer: customer.id });
  await stripe.setupIntents.update(intent.id, { description: "For renewals" });
  await stripe.setupIntents.confirm(intent.id, {
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  await stripe.setupIntents.retrieve(intent.id, { expand: ["latest_attempt"] });
  await stripe.setupIntents.list({ customer: customer.id });
  const dropped = await stripe.setupIntents.create({ customer: customer.id });
  await stripe.setupIntents.cancel(dropped.id);
}
