import { formatMoney } from "@/lib/money";
import { ElementForm } from "./element-form";
import { usePayment } from "./use-payment";

type CardFieldsProps = {
  /** Minor units, as the button says them. */
  amount: number;
  currency: string;
  locale: string;
  /** Stripe.js can't be had. */
  failed: boolean;
  retry: () => void;
  payment: Parameters<typeof usePayment>[0];
};

/** The card's fields and the button that pays. */
export function CardFields({ amount, currency, locale, failed, retry, payment }: CardFieldsProps) {
  const { submit, paying, message } = usePayment(payment);
  return (
    <ElementForm
      send={submit}
      sending={paying}
      message={message}
      label={`Pay ${formatMoney(amount, currency, locale)}`}
      sendingLabel="Paying"
      failed={failed}
      retry={retry}
    />
  );
}
