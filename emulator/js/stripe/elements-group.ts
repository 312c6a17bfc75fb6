import type {
  Appearance,
  CssFontSource,
  CustomFontSource,
  StripePaymentElementOptions,
} from "@stripe/stripe-js";
import type { Api, ApiError } from "../api";
import type { FrameSetup } from "../protocol";
import { Emitter } from "./emitter";
import { IntegrationError, notImplemented } from "./errors";
import { parseClientSecret } from "./intent";
import { PaymentElement } from "./payment-element";

/** For an intent that exists (`clientSecret`), or for one still to be made (`mode` and what goes with it). */
export interface ElementsOptions {
  clientSecret?: string;
  mode?: "payment" | "setup" | "subscription";
  amount?: number;
  currency?: string;
  setupFutureUsage?: string | null;
  appearance?: Appearance;
  fonts?: Array<CssFontSource | CustomFontSource>;
  locale?: string;
}

type Submitted = { selectedPaymentMethod: string } | { error: ApiError };

/**
 * What `stripe.elements()` gives: the elements of one payment.
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

  /** What a deferred intent was announced to be. */
  get announced(): ElementsOptions {
    return this.#options;
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

  /** The intent's secret and the fonts stay as they were, as with Stripe. */
  update(changes: ElementsOptions): void {
    const { clientSecret, fonts, ...before } = this.#options;
    const fixed = {
      ...(clientSecret === undefined ? {} : { clientSecret }),
      ...(fonts === undefined ? {} : { fonts }),
    };
    this.#options = { ...before, ...changes, ...fixed };
    this.#submitted = false;
    this.#payment?.refresh();
    this.emit("update-end", {});
  }

  /** Nothing that is drawn depends on an amount, so a changed intent changes nothing here. */
  async fetchUpdates(): Promise<{ error?: ApiError }> {
    this.emit("update-end", {});
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
    const { mode, setupFutureUsage } = this.#options;
    return {
      publishableKey: this.api.key,
      clientSecret: this.clientSecret,
      keepsCard: mode === "setup" || mode === "subscription" || Boolean(setupFutureUsage),
      appearance: this.#options.appearance ?? {},
      fonts: this.#options.fonts ?? [],
      locale: this.#options.locale ?? this.locale,
      options,
    };
  }
}
