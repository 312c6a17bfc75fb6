import type { StripeLinkAuthenticationElementOptions } from "@stripe/stripe-js";
import type { FrameSetup } from "../protocol";
import { Element, type ElementHome } from "./element";

/** https://docs.stripe.com/js/elements_object/create_link_authentication_element */
export class LinkAuthenticationElement extends Element {
  readonly elementType = "linkAuthentication";
  protected readonly title = "Secure email input frame";
  #options: StripeLinkAuthenticationElementOptions;

  constructor(home: ElementHome, options: StripeLinkAuthenticationElementOptions = {}) {
    super(home);
    this.#options = options;
  }

  protected setup(): FrameSetup {
    return { ...this.home.setup(), type: this.elementType, options: this.#options };
  }

  protected change(options: StripeLinkAuthenticationElementOptions): void {
    this.#options = { ...this.#options, ...options };
  }
}
