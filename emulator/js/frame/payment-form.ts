import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import type { ApiObject, FormParams } from "../api";
import { asksName, isLeftOut } from "../billing-fields";
import type { FrameSetup, SubmitOperation } from "../protocol";
import { CardAddress } from "./card-address";
import { CardFields } from "./card-fields";
import { make } from "./element";
import { ElementForm } from "./element-form";
import type { Field } from "./field";
import type { FormField } from "./form-field";
import { nameField } from "./name-field";
import { panel } from "./panel";
import { termsText } from "./terms";

export type PaymentSetup = Extract<FrameSetup, { type: "payment" }>;

/** The form of the Payment Element: a card, and of its billing details what the page leaves to it. */
export class PaymentForm extends ElementForm {
  readonly node: HTMLElement;
  readonly #options: StripePaymentElementOptions;
  readonly #card: CardFields;
  readonly #name: Field | null;
  readonly #address: CardAddress;
  readonly #panel: ReturnType<typeof panel>;

  constructor(setup: PaymentSetup, keepsCard: boolean, onChange: () => void) {
    super(onChange);
    const { options, locale, addressElsewhere } = setup;
    this.#options = options;
    this.#card = new CardFields(onChange, () => this.#afterCard());
    const name = options.defaultValues?.billingDetails?.name ?? "";
    this.#name =
      asksName(options) && !addressElsewhere ? nameField("billing", "Cardholder name", name, onChange) : null;
    this.#address = new CardAddress(options, locale, addressElsewhere, onChange);
    this.#panel = panel(options.layout, this.#draw(keepsCard), onChange);
    this.node = make(
      "form",
      { class: "ElementForm", novalidate: true, "aria-label": "Card details" },
      this.#panel.node,
    );
    if (options.readOnly) for (const { control } of this.fields) lock(control);
  }

  protected get fields(): FormField[] {
    const name = this.#name ? [this.#name] : [];
    return [...this.#card.all, ...name, ...this.#address.fields];
  }

  override get empty(): boolean {
    return this.#card.all.every((field) => field.empty);
  }

  override get complete(): boolean {
    return !this.#panel.collapsed && super.complete;
  }

  get details(): ApiObject {
    return { collapsed: this.#panel.collapsed, value: { type: "card" } };
  }

  override held({ name }: SubmitOperation): FormParams {
    const data = { type: "card", card: { ...this.#card.values }, billing_details: this.#billingDetails };
    return name === "create_payment_method" ? data : { payment_method_data: data };
  }

  override collapse(): void {
    this.#panel.collapse();
  }

  override adopt(before: ElementForm): void {
    super.adopt(before);
    this.#card.refresh();
  }

  /** What the page gave as known already is sent with the card, unless it wants to send it itself. */
  get #billingDetails(): FormParams {
    const given = this.#options.defaultValues?.billingDetails;
    const known = (contact: "name" | "email" | "phone") =>
      isLeftOut(this.#options, contact) ? undefined : given?.[contact];
    return {
      name: this.#name?.value ?? known("name"),
      email: known("email"),
      phone: known("phone"),
      address: this.#address.values,
    };
  }

  #draw(keepsCard: boolean): HTMLElement {
    const [number, expiry, cvc] = this.#card.all.map((field) => field.node);
    const pair = make("div", { class: "Pair" }, ...[expiry, cvc].filter((node) => node !== undefined));
    const place = make("div", { class: "Pair Pair--loose" }, ...this.#address.nodes);
    const terms = termsText(this.#options, keepsCard);
    const parts = [number, pair, this.#name?.node, place, terms];
    return make("div", { class: "Fields" }, ...parts.filter((part) => !!part));
  }

  #afterCard(): HTMLElement | null {
    return (this.#name ?? this.#address.fields[0])?.control ?? null;
  }
}

function lock(control: HTMLInputElement | HTMLSelectElement): void {
  if (control instanceof HTMLInputElement) control.readOnly = true;
  else control.disabled = true;
}
