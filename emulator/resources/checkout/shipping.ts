import { invalidRequest, missingParam, missingReference } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import type { Work } from "../../core/work";
import { newShippingRate } from "../shipping-rates/shipping-rates";
import type { Params } from "./check";

type Session = Held<"checkout.session">;
type Shipping = Pick<Session, "shipping_cost" | "shipping_options">;

/**
 * How what is bought can be sent, the first way chosen until its customer says otherwise.
 * https://docs.stripe.com/payments/during-payment/charge-shipping
 */
export function shippingOf(work: Work, given: Params["shipping_options"], currency: string): Shipping {
  const rates = (given ?? []).map(({ shipping_rate: id, shipping_rate_data: data }, index) => {
    const at = `shipping_options[${index}]`;
    if (id !== undefined) return referenced(work, "shipping_rate", id, `${at}[shipping_rate]`);
    if (data === undefined) throw missingParam(`${at}[shipping_rate]`);
    return newShippingRate(work, data, `${at}[shipping_rate_data]`);
  });
  if (rates.some(({ active, fixed_amount: fixed }) => !active || fixed?.currency !== currency)) {
    throw invalidRequest("Shipping rates must be active, and in the currency of what is bought.", {
      param: "shipping_options",
    });
  }
  const options = rates.map(({ id, fixed_amount: fixed }) => ({
    shipping_amount: fixed?.amount ?? 0,
    shipping_rate: id,
  }));
  const [first] = options;
  return { shipping_cost: first ? costOf(first) : null, shipping_options: options };
}

function costOf({ shipping_amount: amount, shipping_rate: rate }: Session["shipping_options"][number]) {
  return { amount_subtotal: amount, amount_tax: 0, amount_total: amount, shipping_rate: rate };
}

/** The cost of the way its customer chose. */
export function chosenShipping({ shipping_options: options }: Session, id: string): Session["shipping_cost"] {
  const chosen = options.find(({ shipping_rate: rate }) => rate === id);
  if (!chosen) throw missingReference("shipping rate", id, "shipping_rate");
  return costOf(chosen);
}

/** The sums of a session with what sending it costs. */
export function withShipping<Sums extends Pick<Session, "amount_total" | "total_details">>(
  sums: Sums,
  cost: Session["shipping_cost"],
): Sums {
  const amount = cost?.amount_total ?? 0;
  return {
    ...sums,
    amount_total: (sums.amount_total ?? 0) + amount,
    total_details: sums.total_details && { ...sums.total_details, amount_shipping: amount },
  };
}
