import type { ElementOptions, ElementType } from "../protocol";
import { AddressElement } from "./address-element";
import { CardElement } from "./card-element";
import type { Element, ElementHome } from "./element";
import { IntegrationError, notImplemented } from "./errors";
import { ExpressCheckoutElement } from "./express-checkout-element";
import { LinkAuthenticationElement } from "./link-authentication-element";
import { PaymentElement } from "./payment-element";

interface Elements {
  payment: PaymentElement;
  address: AddressElement;
  linkAuthentication: LinkAuthenticationElement;
  card: CardElement;
  expressCheckout: ExpressCheckoutElement;
}

type Makers = {
  [Type in ElementType]: (home: ElementHome, options?: ElementOptions[Type]) => Elements[Type];
};

const MAKERS: Makers = {
  payment: (home, options) => new PaymentElement(home, options),
  address: (home, options) => new AddressElement(home, options),
  linkAuthentication: (home, options) => new LinkAuthenticationElement(home, options),
  card: (home, options) => new CardElement(home, options),
  expressCheckout: (home, options) => new ExpressCheckoutElement(home, options),
};

function isBuilt(type: string): type is ElementType {
  return Object.hasOwn(MAKERS, type);
}

/** Everything Stripe.js has an element for. */
const NAMES: readonly string[] = [
  ...Object.keys(MAKERS),
  "auBankAccount",
  "cardCvc",
  "cardExpiry",
  "cardNumber",
  "contactDetails",
  "currencySelector",
  "iban",
  "linkSignup",
  "paymentForm",
  "paymentMethodMessaging",
  "paymentRequestButton",
  "shippingAddress",
  "taxId",
  "terms",
];

function refuse(type: unknown): never {
  if (NAMES.includes(String(type))) notImplemented(`The ${String(type)} Element`);
  throw new IntegrationError(
    `A valid Element name must be provided. Valid Elements are:\n${NAMES.join(", ")}; you passed: ${String(type)}.`,
  );
}

/** Of a billing and a shipping address there may be one each; of everything else there is one. */
function nameOf(element: Element): string {
  return element instanceof AddressElement ? `address with mode ${element.mode}` : element.elementType;
}

/** The elements of one group, in the order they were made in. */
export class ElementSet {
  #elements: Element[] = [];

  /** Makes an element; refuses a second of its kind, and kinds the stand-in doesn't have. */
  make<Type extends ElementType>(
    type: Type,
    home: ElementHome,
    options?: ElementOptions[Type],
  ): Elements[Type] {
    if (!isBuilt(type)) refuse(type);
    const element = MAKERS[type](home, options);
    const name = nameOf(element);
    if (this.#elements.some((other) => nameOf(other) === name)) {
      throw new IntegrationError(
        `Can only create one Element of type ${name} through a given Elements object.`,
      );
    }
    this.#elements.push(element);
    return element;
  }

  find(type: string, mode?: string): Element | null {
    const wanted = (element: Element) =>
      element.elementType === type &&
      (mode === undefined || !(element instanceof AddressElement) || element.mode === mode);
    return this.#elements.find(wanted) ?? null;
  }

  get payment(): PaymentElement | null {
    return this.#elements.find((element) => element instanceof PaymentElement) ?? null;
  }

  /** What holds the card that pays: an open wallet, else the Payment Element. */
  get payer(): PaymentElement | ExpressCheckoutElement | null {
    return this.#wallet ?? this.payment;
  }

  /** What is checked before a payment: an open wallet stands for everything else. */
  get checked(): Element[] {
    return this.#wallet ? [this.#wallet] : this.#elements.filter((element) => element.mounted);
  }

  get #wallet(): ExpressCheckoutElement | null {
    return this.#elements.find((element) => element instanceof ExpressCheckoutElement)?.whilePaying ?? null;
  }

  get asksBillingAddress(): boolean {
    return this.find("address", "billing") !== null;
  }

  remove(element: Element): void {
    this.#elements = this.#elements.filter((other) => other !== element);
  }

  refresh(): void {
    for (const element of this.#elements) element.refresh();
  }
}
