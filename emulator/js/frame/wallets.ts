import type { AvailablePaymentMethods, StripeExpressCheckoutElementOptions } from "@stripe/stripe-js";
import type { Wallet } from "../protocol";

/** The wallets the stand-in has a sheet for, with their names and what options call them. */
export const WALLETS = {
  apple_pay: { name: "Apple Pay", option: "applePay" },
  google_pay: { name: "Google Pay", option: "googlePay" },
  link: { name: "Link", option: "link" },
} as const satisfies Record<Wallet, { name: string; option: string }>;

const ALL: readonly Wallet[] = ["google_pay", "apple_pay", "link"];

/** Of the wallets switched on, those the page wants, in the order it wants. */
export function shownWallets(
  on: readonly string[],
  { paymentMethods, paymentMethodOrder = [] }: StripeExpressCheckoutElementOptions,
): Wallet[] {
  const place = (wallet: Wallet) => {
    const { option } = WALLETS[wallet];
    const index = paymentMethodOrder.findIndex((name) => name === wallet || name === option);
    return index < 0 ? paymentMethodOrder.length : index;
  };
  return ALL.filter(
    (wallet) => on.includes(wallet) && paymentMethods?.[WALLETS[wallet].option] !== "never",
  ).sort((a, b) => place(a) - place(b));
}

/** What the `ready` event says of them; undefined where there is nothing to show. */
export function availableWallets(wallets: readonly Wallet[]): AvailablePaymentMethods | undefined {
  if (wallets.length === 0) return undefined;
  return {
    amazonPay: false,
    applePay: wallets.includes("apple_pay"),
    googlePay: wallets.includes("google_pay"),
    klarna: false,
    link: wallets.includes("link"),
    paypal: false,
  };
}
