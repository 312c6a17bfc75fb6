import type { CheckoutView } from "../../hosted/checkout-view";
import type { Answer, Api, ApiError, ApiObject, FormParams } from "../api";
import { challenge } from "./challenge";
import { IntegrationError } from "./errors";

export type PageAnswer =
  | { readonly ok: true; readonly view: CheckoutView }
  | { readonly ok: false; readonly error: ApiError };

function isPage(object: ApiObject): object is ApiObject & CheckoutView {
  return object.object === "payment_page";
}

function pageAnswer(answer: Answer): PageAnswer {
  if (!answer.ok) return answer;
  if (isPage(answer.object)) return { ok: true, view: answer.object };
  return { ok: false, error: { type: "api_error", message: "The session answered something else." } };
}

/** A session's own requests, by its client secret. */
export class PaymentPage {
  readonly id: string;
  readonly #path: string;

  constructor(
    readonly api: Api,
    clientSecret: string,
  ) {
    const [id = "", secret] = clientSecret.split("_secret_");
    if (!id.startsWith("cs_") || !secret) {
      throw new IntegrationError("Invalid value for clientSecret: it should be a Checkout Session's.");
    }
    this.id = id;
    this.#path = `/v1/payment_pages/${encodeURIComponent(id)}`;
  }

  async read(): Promise<PageAnswer> {
    return pageAnswer(await this.api.get(this.#path));
  }

  async change(params: FormParams): Promise<PageAnswer> {
    return pageAnswer(await this.api.post(this.#path, params));
  }

  /** Confirms, asking the bank's question in a modal where there is one, and says how the session is then. */
  async confirm(params: FormParams): Promise<PageAnswer> {
    const answer = pageAnswer(await this.api.post(`${this.#path}/confirm`, params));
    if (!answer.ok || answer.view.challenge === null) return answer;
    const question = new URL(`/3ds/${answer.view.challenge}`, this.api.origin);
    question.searchParams.set("parent", window.location.origin);
    await challenge(question);
    const after = await this.read();
    if (!after.ok || after.view.status === "complete") return after;
    const message = after.view.error ?? "Your card was not charged.";
    return { ok: false, error: { type: "card_error", message } };
  }
}
