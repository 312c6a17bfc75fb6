import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import type { FrameSetup } from "../protocol";
import { Element, type ElementHome } from "./element";

/** https://docs.stripe.com/js/elements_object/create_payment_element */
export class PaymentElement extends Element {
  readonly elementType = "payment";
  protected readonly title = "Secure payment input frame";

  constructor(
    home: ElementHome,
    public options: StripePaymentElementOptions = {},
  ) {
    super(home);
  }

  collapse(): this {
    this.collapseFrame();
    return this;
  }

  protected setup(): FrameSetup {
    return { ...this.home.setup(), type: this.elementType, options: this.options };
  }

  protected change(options: StripePaymentElementOptions): void {
    this.options = { ...this.options, ...options };
  }
}
