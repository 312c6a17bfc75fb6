import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import type { Order } from "@/lib/billing/order/order";
import { checkoutPath } from "@/lib/billing/order/path";
import type { ShownOrder } from "@/lib/billing/order/show";
import { codeWords, seatsWords } from "./order-faults";

type OrderFormProps = {
  shown: ShownOrder;
  /** As it was typed, which may not be what can be had. */
  typed: Order;
  on: "here" | "stripe";
};

/** What of an order is the buyer's to say: seats and a code. It changes the address, so that a reload or a decline loses nothing. */
export function OrderForm({ shown, typed, on }: OrderFormProps) {
  const { mostSeats, faults, terms, order } = shown;
  const { promotion } = terms;
  return (
    <form action="/checkout" className="space-y-4">
      <input type="hidden" name="price" value={order.price} />
      <input type="hidden" name="currency" value={order.currency} />
      <input type="hidden" name="on" value={on} />
      {mostSeats !== null && (
        <TextField
          id="seats"
          label="Seats"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.seats || "1"}
          hint={`From 1 to ${mostSeats}.`}
          error={faults.seats && seatsWords(faults.seats)}
        />
      )}
      <TextField
        id="code"
        label="Promotion code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={typed.code}
        error={faults.code && codeWords(faults.code)}
      />
      {promotion && (
        <p className="text-15 text-good" role="status">
          {promotion.code} counts{promotion.name && `: ${promotion.name}`}.{" "}
          <TextLink href={checkoutPath({ ...order, code: "" }, on)}>Do without it</TextLink>
        </p>
      )}
      <Button type="submit">{mostSeats === null ? "Use this code" : "Update the order"}</Button>
    </form>
  );
}
