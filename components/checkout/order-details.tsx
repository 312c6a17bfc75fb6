import { Notice } from "@/components/ui/notice";
import { Question } from "@/components/ui/question";
import type { Order } from "@/lib/billing/order/order";
import type { ShownOrder } from "@/lib/billing/order/show";
import { currencyWords } from "./order-faults";
import { OrderForm } from "./order-form";

type OrderDetailsProps = { shown: ShownOrder; typed: Order; on: "here" | "stripe" };

/** What is said about an order, and where it is changed: open from the start where there is something to say or to choose. */
export function OrderDetails({ shown, typed, on }: OrderDetailsProps) {
  const { faults, mostSeats } = shown;
  const form = <OrderForm shown={shown} typed={typed} on={on} />;
  return (
    <div className="mb-10 space-y-6">
      {faults.currency && (
        <Notice title="Another currency than you asked for">{currencyWords(faults.currency)}</Notice>
      )}
      {mostSeats !== null || typed.code ? form : <Question ask="Have you a promotion code?">{form}</Question>}
    </div>
  );
}
