import type { StripeCardElementOptions } from "@stripe/stripe-js";
import type { FrameSetup } from "../protocol";
import { Element, type ElementHome } from "./element";

/** https://docs.stripe.com/js/elements_object/create_element?type=card */
export class CardElement extends Element {
  readonly elementType = "card";
  protected readonly title = "Secure card payment input frame";
  #options: StripeCardElementOptions;

  constructor(home: ElementHome, options: StripeCardElementOptions = {}) {
    super(home);
    this.#options = options;
  }

  protected setup(): FrameSetup {
    return { ...this.home.setup(), type: this.elementType, options: this.#options };
  }

  protected change(options: StripeCardElementOptions): void {
    this.#options = { ...this.#options, ...options };
  }
}
