import type { Guide } from "../tour";

/** Shipping rates, tax codes, and the seller's own reasons for leaving. */
export async function shipping({ stripe }: Guide): Promise<void> {
  const rate = await stripe.shippingRates.create({
    delivery_estimate: { maximum: { unit: "business_day", value: 5 } },
    display_name: "By post",
    fixed_amount: { amount: 500, currency: "usd" },
    tax_code: "txcd_92010001",
    type: "fixed_amount",
  });
  await stripe.taxCodes.list({ limit: 3 });
  await stripe.taxCodes.retrieve("txcd_10103001");
  await stripe.shippingRates.update(rate.id, { active: false });
  await stripe.shippingRates.retrieve(rate.id, { expand: ["tax_code"] });
  await stripe.shippingRates.list({ active: false });

  const option = await stripe.billing.feedbackOptions.create({ description: "I have read everything" });
  await stripe.billing.feedbackOptions.update(option.id, { description: "I've read everything" });
  await stripe.billing.feedbackOptions.retrieve(option.id);
  await stripe.billing.feedbackOptions.list({ status: "active" });
  await stripe.billing.feedbackOptions.deactivate(option.id);
}
