import type { Appearance, CssFontSource, CustomFontSource } from "@stripe/stripe-js";
import type { ElementType } from "../protocol";
import { IntegrationError } from "./errors";
import { parseClientSecret } from "./intent";

/** For an intent that exists (`clientSecret`), or for one still to be made (`mode` and what goes with it). */
export interface ElementsOptions {
  clientSecret?: string;
  mode?: "payment" | "setup" | "subscription";
  amount?: number;
  currency?: string;
  setupFutureUsage?: string | null;
  paymentMethodOptions?: { card?: { require_cvc_recollection?: boolean } };
  /** Lets the customer's saved cards be shown. */
  customerSessionClientSecret?: string;
  appearance?: Appearance;
  fonts?: Array<CssFontSource | CustomFontSource>;
  locale?: string;
}

const MODES: readonly unknown[] = ["payment", "setup", "subscription"];

/** The elements that have to know what is paid. */
const PAYING: readonly ElementType[] = ["payment", "expressCheckout"];

/** Throws for options that no group of elements can be made of. https://docs.stripe.com/js/elements_object/create */
export function checkElementsOptions({ amount, clientSecret, currency, mode }: ElementsOptions): void {
  if (clientSecret !== undefined) {
    parseClientSecret(clientSecret, "elements(): clientSecret");
    if (mode === undefined) return;
    throw new IntegrationError("Invalid value for elements(): pass either clientSecret or mode, not both.");
  }
  if (mode === undefined) return;
  if (!MODES.includes(mode)) {
    throw invalid("mode", "one of the following strings: payment, setup, subscription", mode);
  }
  if (mode !== "payment") return;
  if (amount === undefined || !Number.isInteger(amount) || amount <= 0) {
    throw invalid("amount", "a positive integer in the currency's smallest unit", amount);
  }
  if (typeof currency !== "string" || !/^[a-z]{3}$/.test(currency)) {
    throw invalid("currency", "a three-letter ISO currency code in lowercase", currency);
  }
}

/** Throws where an element that pays is made without anything to pay. */
export function requirePurpose(type: ElementType, { clientSecret, mode }: ElementsOptions): void {
  if (clientSecret !== undefined || mode !== undefined || !PAYING.includes(type)) return;
  throw new IntegrationError(
    `In order to create a ${type} element, you must pass a clientSecret or mode when creating the Elements group.\n\ne.g. stripe.elements({clientSecret: "{{CLIENT_SECRET}}"})`,
  );
}

function invalid(name: string, wanted: string, given: unknown): IntegrationError {
  return new IntegrationError(
    `Invalid value for elements(): ${name} should be ${wanted}. You specified: ${String(given)}.`,
  );
}
