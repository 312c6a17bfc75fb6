import type { Guide } from "../tour";

/** Confirming on the server with what a form collected, which Stripe.js does at an address the SDK doesn't name. */
export async function confirmationTokens({ stripe }: Guide): Promise<void> {
  await stripe.rawRequest("POST", "/v1/confirmation_tokens", { payment_method: "pm_card_visa" });
  const token = await stripe.testHelpers.confirmationTokens.create({
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  await stripe.paymentIntents.create({
    amount: 2000,
    confirm: true,
    confirmation_token: token.id,
    currency: "usd",
  });
  await stripe.confirmationTokens.retrieve(token.id);
}
