import { customerWith, openShop } from "../../support/shop";
import type { Guide } from "../tour";

/** What can be searched. */
export async function searches({ stripe, emulator, account }: Guide): Promise<void> {
  const { monthly } = await openShop(emulator, account);
  const customer = await customerWith(stripe, "pm_card_visa");
  await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] });
  await stripe.charges.search({ query: 'payment_method_details.card.last4:"4242"' });
  await stripe.customers.search({ query: 'email~"reader"', expand: ["total_count"] });
  await stripe.invoices.search({ query: "total>100" });
  await stripe.paymentIntents.search({ query: 'status:"succeeded"' });
  await stripe.prices.search({ query: 'active:"true"' });
  await stripe.products.search({ query: 'name:"Reader"' });
  await stripe.subscriptions.search({ query: 'status:"active"' });
}
