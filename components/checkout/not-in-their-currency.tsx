import { Stopped } from "./stopped";

type NotInTheirCurrencyProps = {
  /** That of the person's payments so far. */
  settled: string;
  /** The one the price has. */
  currency: string;
  action: { href: string; label: string };
};

/** Instead of a checkout that could only be refused: a customer's payments stay in one currency. */
export function NotInTheirCurrency({ settled, currency, action }: NotInTheirCurrencyProps) {
  return (
    <Stopped title={`Your payments are in ${settled.toUpperCase()}`} action={action}>
      This price is in {currency.toUpperCase()} only, and one person's payments stay in one currency. Nothing
      has been charged.
    </Stopped>
  );
}
