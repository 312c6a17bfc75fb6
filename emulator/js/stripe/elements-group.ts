import type { Api, ApiError } from "../api";
import type { ElementOptions, ElementType, GroupSetup } from "../protocol";
import { type Collected, collect } from "./collected";
import type { Element, ElementHome } from "./element";
import { ElementSet } from "./element-set";
import { type ElementsOptions, requirePurpose } from "./elements-options";
import { Emitter } from "./emitter";
import { IntegrationError } from "./errors";
import type { ExpressCheckoutElement } from "./express-checkout-element";
import type { PaymentElement } from "./payment-element";

type Submitted = { selectedPaymentMethod: string } | { error: ApiError };

/**
 * What `stripe.elements()` gives: the elements of one payment.
 * @see https://docs.stripe.com/js/elements_object
 */
export class ElementsGroup extends Emitter implements ElementHome {
  #options: ElementsOptions;
  readonly #elements = new ElementSet();
  #submitted = false;

  constructor(
    readonly api: Api,
    options: ElementsOptions,
    readonly locale: string,
  ) {
    super();
    this.#options = options;
  }

  /** What a deferred intent was announced to be. */
  get announced(): ElementsOptions {
    return this.#options;
  }

  get clientSecret(): string | null {
    return this.#options.clientSecret ?? null;
  }

  get origin(): string {
    return this.api.origin;
  }

  create<Type extends ElementType>(type: Type, options?: ElementOptions[Type]) {
    requirePurpose(type, this.#options);
    const element = this.#elements.make(type, this, options);
    this.#elements.payment?.refresh();
    return element;
  }

  /** By its type, or by the React component of that type, which carries it. */
  getElement(type: string | { __elementType: string }, options: { mode?: string } = {}): Element | null {
    return this.#elements.find(typeof type === "string" ? type : type.__elementType, options.mode);
  }

  removed(element: Element): void {
    this.#elements.remove(element);
    this.#elements.payment?.refresh();
  }

  /** The intent's secret and the fonts stay as they were, as with Stripe. */
  update(changes: ElementsOptions): void {
    const { clientSecret, fonts, ...before } = this.#options;
    const fixed = {
      ...(clientSecret === undefined ? {} : { clientSecret }),
      ...(fonts === undefined ? {} : { fonts }),
    };
    this.#options = { ...before, ...changes, ...fixed };
    this.#submitted = false;
    this.#elements.refresh();
    this.emit("update-end", {});
  }

  /**
   * Reads the intent and the customer session anew.
   * @see https://docs.stripe.com/js/elements_object/fetch_updates
   */
  async fetchUpdates(): Promise<{ error?: ApiError }> {
    const { payment } = this.#elements;
    const answer = payment?.mounted ? await payment.ask({ name: "reload" }) : null;
    this.emit("update-end", {});
    return answer && !answer.ok ? { error: answer.error } : {};
  }

  /**
   * Checks the forms and shows what is missing in them.
   * @see https://docs.stripe.com/js/elements/submit
   */
  async submit(): Promise<Submitted> {
    this.payer("elements.submit()");
    const collected = await this.collect();
    this.#submitted = !("error" in collected);
    return "error" in collected ? collected : { selectedPaymentMethod: "card" };
  }

  /** What the elements say beside the card, once each is found complete. */
  collect(): Promise<Collected | { error: ApiError }> {
    return collect(this.#elements.checked);
  }

  /** The element that holds the card, or the mistake of not having one. */
  payer(caller: string): PaymentElement | ExpressCheckoutElement {
    const { payer } = this.#elements;
    if (payer?.mounted) return payer;
    throw new IntegrationError(
      `Invalid value for ${caller}: elements should have a mounted Payment Element or Express Checkout Element.`,
    );
  }

  /** A deferred intent may be confirmed only after `submit()` has found the form complete. */
  requireSubmitted(caller: string): void {
    if (this.clientSecret !== null || this.#submitted) return;
    throw new IntegrationError(
      `elements.submit() must be called before ${caller}. Call elements.submit() as soon as your customer presses pay, prior to any asynchronous work.`,
    );
  }

  setup(): GroupSetup {
    const { appearance = {}, fonts = [], locale = this.locale, mode, setupFutureUsage } = this.#options;
    const { amount, currency, customerSessionClientSecret, paymentMethodOptions } = this.#options;
    return {
      publishableKey: this.api.key,
      clientSecret: this.clientSecret,
      customerSession: customerSessionClientSecret ?? null,
      price: amount === undefined || currency === undefined ? null : { amount, currency },
      asksCvcAgain: paymentMethodOptions?.card?.require_cvc_recollection === true,
      keepsCard: mode === "setup" || mode === "subscription" || Boolean(setupFutureUsage),
      addressElsewhere: this.#elements.asksBillingAddress,
      appearance,
      fonts,
      locale,
    };
  }
}
