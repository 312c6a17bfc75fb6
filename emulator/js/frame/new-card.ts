import type { FormParams } from "../api";
import { asksName, isLeftOut } from "../billing-fields";
import type { FrameSetup, SubmitOperation } from "../protocol";
import { CardAddress } from "./card-address";
import { CardFields } from "./card-fields";
import { make } from "./element";
import type { Field } from "./field";
import type { FormField } from "./form-field";
import type { Loaded } from "./load";
import { nameField } from "./name-field";
import { SaveBox } from "./save-box";
import { termsText } from "./terms";

type PaymentSetup = Extract<FrameSetup, { type: "payment" }>;

/** A card to be typed, and of its billing details what the page leaves to the form. */
export class NewCard {
  readonly node: HTMLElement;
  readonly #card: CardFields;
  readonly #name: Field | null;
  readonly #address: CardAddress;
  readonly #save: SaveBox | null;

  constructor(
    readonly setup: PaymentSetup,
    readonly loaded: Loaded,
    onChange: () => void,
  ) {
    const { options, locale, addressElsewhere } = setup;
    this.#card = new CardFields(onChange, () => this.#afterCard());
    const name = options.defaultValues?.billingDetails?.name ?? "";
    this.#name =
      asksName(options) && !addressElsewhere ? nameField("billing", "Cardholder name", name, onChange) : null;
    this.#address = new CardAddress(options, locale, addressElsewhere, onChange);
    this.#save = loaded.saved.maySave ? new SaveBox(onChange) : null;
    this.node = this.#draw();
  }

  /** As they are shown now, in reading order. */
  get fields(): FormField[] {
    const name = this.#name ? [this.#name] : [];
    return [...this.#card.all, ...name, ...this.#address.fields];
  }

  get empty(): boolean {
    return this.#card.all.every((field) => field.empty);
  }

  get saves(): boolean {
    return this.#save?.checked ?? false;
  }

  /** The parameters of a confirmation, or of a payment method alone. */
  held({ name }: SubmitOperation): FormParams {
    const { maySave, saveUsage } = this.loaded.saved;
    const data = {
      type: "card",
      card: { ...this.#card.values },
      billing_details: this.#billingDetails,
      ...(maySave ? { allow_redisplay: this.saves ? "always" : "limited" } : {}),
    };
    if (name === "create_payment_method") return data;
    const later =
      this.saves && name !== "confirm_setup_intent" ? { setup_future_usage: saveUsage ?? undefined } : {};
    return { payment_method_data: data, ...later };
  }

  /** Takes over what the fields themselves don't hold. */
  adopt(before: NewCard): void {
    if (this.#save) this.#save.box.checked = before.saves;
    this.#card.refresh();
  }

  /** What the page gave as known already is sent with the card, unless it wants to send it itself. */
  get #billingDetails(): FormParams {
    const { options } = this.setup;
    const given = options.defaultValues?.billingDetails;
    const known = (contact: "name" | "email" | "phone") =>
      isLeftOut(options, contact) ? undefined : given?.[contact];
    return {
      name: this.#name?.value ?? known("name"),
      email: known("email"),
      phone: known("phone"),
      address: this.#address.values,
    };
  }

  #draw(): HTMLElement {
    const [number, expiry, cvc] = this.#card.all.map((field) => field.node);
    const pair = make("div", { class: "Pair" }, ...[expiry, cvc].filter((node) => node !== undefined));
    const place = make("div", { class: "Pair Pair--loose" }, ...this.#address.nodes);
    const terms = termsText(this.setup.options, this.loaded.keepsCard);
    const parts = [number, pair, this.#name?.node, place, this.#save?.node, terms];
    return make("div", { class: "Fields" }, ...parts.filter((part) => !!part));
  }

  #afterCard(): HTMLElement | null {
    return (this.#name ?? this.#address.fields[0])?.control ?? null;
  }
}
