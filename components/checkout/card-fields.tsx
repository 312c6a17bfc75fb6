import { ElementForm } from "./element-form";
import { usePayment } from "./use-payment";

type CardFieldsProps = {
  /** What the button says. */
  label: string;
  keepsCard: boolean;
  /** Stripe.js can't be had. */
  failed: boolean;
  retry: () => void;
  payment: Parameters<typeof usePayment>[0];
};

/** The card's fields and the button that pays. */
export function CardFields({ label, keepsCard, failed, retry, payment }: CardFieldsProps) {
  const { submit, paying, message } = usePayment(payment);
  return (
    <ElementForm
      send={submit}
      sending={paying}
      message={message}
      label={label}
      keepsCard={keepsCard}
      sendingLabel="Paying"
      failed={failed}
      retry={retry}
    />
  );
}
