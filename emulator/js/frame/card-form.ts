import type { StripeCardElementOptions } from "@stripe/stripe-js";
import type { ApiObject, FormParams } from "../api";
import type { FrameSetup, SubmitOperation } from "../protocol";
import { CardFields } from "./card-fields";
import { applyCardStyle } from "./card-style";
import { make } from "./element";
import { ElementForm } from "./element-form";
import { Field } from "./field";
import type { FormField } from "./form-field";
import { MESSAGES } from "./messages";

type CardSetup = Extract<FrameSetup, { type: "card" }>;

/** The form of the older Card Element: everything of a card in one line. What is wrong the page says itself. */
export class CardForm extends ElementForm {
  readonly node: HTMLElement;
  readonly #card: CardFields;
  readonly #postal: Field | null;

  constructor({ options }: CardSetup, onChange: () => void) {
    super(onChange);
    this.#card = new CardFields(onChange, () => this.#postal?.input ?? null);
    this.#postal = options.hidePostalCode ? null : postalField(options, onChange);
    this.node = make(
      "form",
      { class: "ElementForm CardRow", novalidate: true, "aria-label": "Card details" },
      ...this.fields.map(({ node }) => node),
    );
    applyCardStyle(options.style);
    for (const { control } of this.fields) control.disabled = options.disabled === true;
  }

  protected get fields(): FormField[] {
    return this.#postal ? [...this.#card.all, this.#postal] : this.#card.all;
  }

  get details(): ApiObject {
    const wrong = this.fields.find((field) => field.invalid)?.problem;
    return {
      brand: this.#card.brand,
      value: { postalCode: this.#postal?.value ?? "" },
      error: wrong ? { type: "validation_error", code: wrong, message: MESSAGES[wrong] } : undefined,
    };
  }

  override held({ name }: SubmitOperation): FormParams {
    const zip = this.#postal?.value;
    if (name === "create_token") return { card: { ...this.#card.values, address_zip: zip } };
    const data = {
      type: "card",
      card: { ...this.#card.values },
      billing_details: { address: { postal_code: zip } },
    };
    return name === "create_payment_method" ? data : { payment_method_data: data };
  }

  override adopt(before: ElementForm): void {
    super.adopt(before);
    this.#card.refresh();
  }
}

function postalField({ value }: StripeCardElementOptions, onInput: () => void): Field {
  return new Field({
    name: "postalCode",
    label: "ZIP",
    placeholder: "ZIP",
    autocomplete: "billing postal-code",
    keyboard: "text",
    value: value?.postalCode ?? "",
    format: (text) => text.slice(0, 10),
    problem: (text) => (text.trim().length < 3 ? "incomplete_zip" : null),
    onInput,
  });
}
