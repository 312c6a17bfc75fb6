import type { StripeCheckoutSession, StripeCheckoutShippingOption } from "@stripe/stripe-js";
import type { CheckoutView } from "../../hosted/checkout-view";
import { moneyIn } from "./checkout-money";

type Shipping = Pick<StripeCheckoutSession, "shipping" | "shippingOptions">;

/** The ways what is bought can be sent, and the one that is chosen. https://docs.stripe.com/js/custom_checkout/update_shipping_option */
export function shippingOf({ currency, shipping_options: options }: CheckoutView): Shipping {
  const ways = options.map(
    ({ amount, delivery_estimate: estimate, id, name }): StripeCheckoutShippingOption => ({
      ...moneyIn(currency)(amount),
      currency,
      deliveryEstimate: estimate,
      displayName: name,
      id,
    }),
  );
  const chosen = ways[options.findIndex((option) => option.chosen)];
  return { shipping: chosen ? { shippingOption: chosen, taxAmounts: null } : null, shippingOptions: ways };
}
