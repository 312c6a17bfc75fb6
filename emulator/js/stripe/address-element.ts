import type { StripeAddressElementOptions } from "@stripe/stripe-js";
import type { ApiObject } from "../api";
import type { FrameSetup } from "../protocol";
import { Element, type ElementHome } from "./element";
import { IntegrationError } from "./errors";

const MODES: readonly unknown[] = ["billing", "shipping"];

/** https://docs.stripe.com/js/elements_object/create_address_element */
export class AddressElement extends Element {
  readonly elementType = "address";
  protected readonly title = "Secure address input frame";
  #options: StripeAddressElementOptions;

  constructor(home: ElementHome, options?: StripeAddressElementOptions) {
    super(home);
    if (!options || !MODES.includes(options.mode)) {
      throw new IntegrationError(
        `Invalid value for elements.create('address'): options.mode should be one of the following strings: shipping, billing. You specified: ${String(options?.mode)}.`,
      );
    }
    this.#options = options;
  }

  get mode(): StripeAddressElementOptions["mode"] {
    return this.#options.mode;
  }

  /** What stands in the form, finished or not. */
  async getValue(): Promise<ApiObject> {
    const answer = await this.ask({ name: "value" });
    if (!answer.ok) throw new IntegrationError(answer.error.message);
    const { complete, isNewAddress, value } = answer.object;
    return { complete, isNewAddress, value };
  }

  protected setup(): FrameSetup {
    return { ...this.home.setup(), type: this.elementType, options: this.#options };
  }

  /** The mode stays what it was. */
  protected change(options: Partial<StripeAddressElementOptions>): void {
    this.#options = { ...this.#options, ...options, mode: this.mode };
  }
}
