import type { ElementOptions, ElementType } from "../protocol";
import { AddressElement } from "./address-element";
import type { Element, ElementHome } from "./element";
import { IntegrationError, notImplemented } from "./errors";
import { LinkAuthenticationElement } from "./link-authentication-element";
import { PaymentElement } from "./payment-element";

interface Elements {
  payment: PaymentElement;
  address: AddressElement;
  linkAuthentication: LinkAuthenticationElement;
}

type Makers = {
  [Type in ElementType]: (home: ElementHome, options?: ElementOptions[Type]) => Elements[Type];
};

const MAKERS: Makers = {
  payment: (home, options) => new PaymentElement(home, options),
  address: (home, options) => new AddressElement(home, options),
  linkAuthentication: (home, options) => new LinkAuthenticationElement(home, options),
};

function isBuilt(type: string): type is ElementType {
  return Object.hasOwn(MAKERS, type);
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
    if (!isBuilt(type)) notImplemented(`The ${String(type)} Element`);
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

  get asksBillingAddress(): boolean {
    return this.find("address", "billing") !== null;
  }

  get mounted(): Element[] {
    return this.#elements.filter((element) => element.mounted);
  }

  remove(element: Element): void {
    this.#elements = this.#elements.filter((other) => other !== element);
  }

  refresh(): void {
    for (const element of this.#elements) element.refresh();
  }
}
