import type {
  StripeElementsOptionsClientSecret,
  StripeElementsOptionsMode,
  StripePaymentElementOptions,
} from "@stripe/stripe-js";
import type { Api, ApiError } from "../api";
import type { FrameSetup } from "../protocol";
import { Emitter } from "./emitter";
import { IntegrationError, notImplemented } from "./errors";
import { parseClientSecret } from "./intent";
import { PaymentElement } from "./payment-element";

export type ElementsOptions = StripeElementsOptionsClientSecret | StripeElementsOptionsMode;

type Submitted = { selectedPaymentMethod: string } | { error: ApiError };

/**
 * What `stripe.elements()` gives: the elements of one payment, for an intent that exists (`clientSecret`) or
 * for one still to be made (`mode`, `amount`, `currency`).
 * @see https://docs.stripe.com/js/elements_object
 */
export class ElementsGroup extends Emitter {
  #options: ElementsOptions;
  #payment: PaymentElement | null = null;
  #submitted = false;

  constructor(
    readonly api: Api,
    options: ElementsOptions,
    readonly locale: string,
  ) {
    super();
    if (options.clientSecret !== undefined) parseClientSecret(options.clientSecret);
    this.#options = options;
  }

  get clientSecret(): string | null {
    return this.#options.clientSecret ?? null;
  }

  create(type: string, options: StripePaymentElementOptions = {}): PaymentElement {
    if (type !== "payment") notImplemented(`The ${type} Element`);
    if (this.#payment) {
      throw new IntegrationError(
        "Can only create one Element of type payment through a given Elements object.",
      );
    }
    this.#payment = new PaymentElement(
      this.api.origin,
      (current) => this.#setup(current),
      options,
      () => {
        this.#payment = null;
      },
    );
    return this.#payment;
  }

  getElement(type: string): PaymentElement | null {
    return type === "payment" ? this.#payment : null;
  }

  update(options: Partial<StripeElementsOptionsMode>): void {
    const { clientSecret: _fixed, ...changes } = options;
    this.#options = { ...this.#options, ...changes } as ElementsOptions;
    this.#submitted = false;
    this.#payment?.refresh();
    this.emit("update-end", {});
  }

  /** Draws again with the intent as it is now at the API. */
  async fetchUpdates(): Promise<{ error?: ApiError }> {
    this.#payment?.refresh();
    return {};
  }

  /** Checks the form and shows what is missing in it. */
  async submit(): Promise<Submitted> {
    const answer = await this.paymentElement("elements.submit()").ask({ name: "validate" });
    this.#submitted = answer.ok;
    return answer.ok ? { selectedPaymentMethod: "card" } : { error: answer.error };
  }

  /** The Payment Element, or the mistake of not having one. */
  paymentElement(caller: string): PaymentElement {
    if (this.#payment) return this.#payment;
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

  #setup(options: StripePaymentElementOptions): FrameSetup {
    const deferred = this.#options.clientSecret === undefined ? this.#options : null;
    return {
      publishableKey: this.api.key,
      clientSecret: this.clientSecret,
      keepsCard: deferred !== null && (deferred.mode !== "payment" || Boolean(deferred.setupFutureUsage)),
      appearance: this.#options.appearance ?? {},
      fonts: this.#options.fonts ?? [],
      locale: this.#options.locale ?? this.locale,
      options,
    };
  }
}
