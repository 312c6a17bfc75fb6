import type { StripeCheckoutSession } from "@stripe/stripe-js";
import type { CheckoutView } from "../../hosted/checkout-view";
import type { Api, ApiError } from "../api";
import { type Progress, type Said, sessionOf } from "./checkout-session";
import type { ElementsGroup } from "./elements-group";
import { Emitter } from "./emitter";
import { type PageAnswer, PaymentPage } from "./payment-page";

export type Outcome =
  | { type: "success"; session: StripeCheckoutSession }
  | { type: "error"; error: ApiError };

/** A session as it is on the merchant's page: what the stand-in knows and what was said here. */
export class CheckoutState extends Emitter {
  #view: CheckoutView | null = null;
  #page: PaymentPage | null = null;
  #said: Said;
  #progress: Progress = { card: false, error: null };

  constructor(
    readonly api: Api,
    readonly group: ElementsGroup,
    said: Said,
  ) {
    super();
    this.#said = said;
  }

  /** Reads the session of a client secret, and tells the elements what they are for. */
  async load(clientSecret: string): Promise<ApiError | null> {
    this.#page = new PaymentPage(this.api, clientSecret);
    const answer = await this.#page.read();
    if (!answer.ok) return answer.error;
    this.#view = answer.view;
    const { amount_due: amount, currency, mode } = answer.view;
    this.group.update({ currency, mode, ...(amount > 0 ? { amount } : {}) });
    return null;
  }

  /** Tells of every change of the session from now on. */
  listen(event: "change", handler: (session: StripeCheckoutSession) => void): void {
    this.on(event, () => handler(this.session));
  }

  get view(): CheckoutView {
    if (this.#view) return this.#view;
    throw new Error("The session isn't loaded yet.");
  }

  get page(): PaymentPage {
    if (this.#page) return this.#page;
    throw new Error("The session isn't loaded yet.");
  }

  get said(): Said {
    return this.#said;
  }

  get session(): StripeCheckoutSession {
    return sessionOf(this.view, this.#said, this.#progress);
  }

  say(said: Partial<Said>): void {
    this.#said = { ...this.#said, ...said };
    if (this.#view) this.#changed();
  }

  progress(progress: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...progress };
    if (this.#view) this.#changed();
  }

  /** Takes over how the session is after a request; what was refused changes nothing. */
  settle(answer: PageAnswer): Outcome {
    if (!answer.ok) return { type: "error", error: answer.error };
    this.#view = answer.view;
    return this.#changed();
  }

  #changed(): Outcome {
    const { session } = this;
    this.emit("change", session);
    return { type: "success", session };
  }
}
