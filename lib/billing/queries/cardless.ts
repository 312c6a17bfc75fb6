/**
 * Whether nothing can be charged for a subscription, neither a card nor anything of the kind, in SQL.
 * https://docs.stripe.com/billing/subscriptions/overview#default-payment-methods
 *
 * @param subscription the alias of its row
 * @param customer that of its customer's
 */
export function cardless(subscription: string, customer: string): string {
  const named = [subscription, customer].flatMap((row) => [
    `${row}.default_payment_method`,
    `${row}.data ->> 'default_source'`,
  ]);
  return `coalesce(${named.join(", ")}) is null`;
}
