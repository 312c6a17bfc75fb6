import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { checkedByIssuer } from "./card-payment-method";
import { cardBehind } from "./issuer";

/** Saves the payment method to the customer and emits `payment_method.attached`; does nothing when it is there. */
export function attach(work: Work, method: Held<"payment_method">, customer: string): Held<"payment_method"> {
  if (method.customer === customer) return method;
  const checked = checkedByIssuer(method, cardBehind(work, method));
  const attached = work.store.put("payment_method", { ...checked, customer });
  work.emit("payment_method.attached", attached);
  return attached;
}
