import type { Answer, Api, ApiObject, FormParams } from "../api";
import { layered } from "../layered";
import type { FrameNews, FrameSetup, SubmitOperation } from "../protocol";
import { make } from "./element";
import { ElementForm } from "./element-form";
import type { FormField } from "./form-field";
import type { Loaded } from "./load";
import { NewCard } from "./new-card";
import { panel } from "./panel";
import { SavedCards } from "./saved-cards";
import type { SavedCard } from "./saved-methods";
import { submitForm } from "./submit";

export type PaymentSetup = Extract<FrameSetup, { type: "payment" }>;

/** The form of the Payment Element: a card of those saved, or a new one. */
export class PaymentForm extends ElementForm {
  readonly node: HTMLElement;
  readonly #new: NewCard;
  readonly #saved: SavedCards | null;
  readonly #panel: ReturnType<typeof panel>;

  constructor(
    readonly setup: PaymentSetup,
    readonly loaded: Loaded,
    readonly api: Api,
    readonly tell: (news: FrameNews) => void,
    onChange: () => void,
  ) {
    super(onChange);
    const { options } = setup;
    this.#new = new NewCard(setup, loaded, onChange);
    const spec = {
      ...loaded,
      newCard: this.#new.node,
      onChange,
      remove: (card: SavedCard) => this.#remove(card),
    };
    this.#saved = loaded.saved.cards.length > 0 ? new SavedCards(spec) : null;
    this.#panel = panel(this.#saved ? "tabs" : options.layout, this.#saved?.node ?? this.#new.node, onChange);
    this.node = make(
      "form",
      { class: "ElementForm", novalidate: true, "aria-label": "Card details" },
      this.#panel.node,
    );
    if (options.readOnly) lock(this.node);
  }

  protected get fields(): FormField[] {
    const { cvc = null } = this.#saved ?? {};
    if (cvc) return [cvc];
    return this.#saved?.card ? [] : this.#new.fields;
  }

  override get empty(): boolean {
    return !this.#saved?.card && this.#new.empty;
  }

  override get complete(): boolean {
    return !this.#panel.collapsed && super.complete;
  }

  get details(): ApiObject {
    const card = this.#saved?.card;
    const method = card ? { payment_method: described(card.method) } : {};
    const save = card || !this.loaded.saved.maySave ? {} : { savePaymentMethod: this.#new.saves };
    return { collapsed: this.#panel.collapsed, value: { type: "card", ...method, ...save } };
  }

  override held(operation: SubmitOperation): FormParams {
    return this.#new.held(operation);
  }

  override collapse(): void {
    this.#panel.collapse();
  }

  override adopt(before: ElementForm): void {
    if (before instanceof PaymentForm && before.#saved) this.#saved?.choose(before.#saved.chosen);
    super.adopt(before);
    if (before instanceof PaymentForm) this.#new.adopt(before.#new);
  }

  /** A saved card is named; what is known of its owner stays with it. */
  override async submit(api: Api, operation: SubmitOperation, params: FormParams): Promise<Answer> {
    const card = this.#saved?.card;
    if (!card) return super.submit(api, operation, params);
    if (operation.name === "create_payment_method") return { ok: true, object: card.method };
    const { payment_method_data: _unused, ...rest } = params;
    const code = await cvcToken(api, this.#saved?.cvc?.value);
    if (!code.ok) return code;
    const options = code.object.id
      ? { payment_method_options: { card: { cvc_token: String(code.object.id) } } }
      : {};
    return submitForm(api, operation, layered({ payment_method: card.id, ...options }, rest));
  }

  async #remove(card: SavedCard): Promise<boolean> {
    const { cards } = this.loaded.saved;
    const answer = await this.api.post(`/v1/elements/payment_methods/${card.id}/detach`, {
      customer_session_client_secret: this.setup.customerSession,
    });
    this.tell({
      kind: "removed",
      payment_method: described(card.method),
      error: answer.ok ? null : answer.error.message,
    });
    if (answer.ok) cards.splice(cards.indexOf(card), 1);
    return answer.ok;
  }
}

/** Changes a security code into a token; without one there is nothing to change. */
async function cvcToken(api: Api, cvc: string | undefined): Promise<Answer> {
  return cvc ? api.post("/v1/tokens", { cvc_update: { cvc } }) : { ok: true, object: {} };
}

/** What a page may know of a saved card. */
function described({ id, type, billing_details }: ApiObject): ApiObject {
  return { id, type, billing_details };
}

function lock(form: HTMLElement): void {
  for (const control of form.querySelectorAll("input, select")) {
    if (control instanceof HTMLInputElement && control.type !== "radio") control.readOnly = true;
    else control.setAttribute("disabled", "");
  }
}
