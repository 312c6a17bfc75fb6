import type { FormParams } from "../api";
import type { ElementState, FrameSetup } from "../protocol";
import { AddressFields } from "./address-fields";
import { CardFields } from "./card-fields";
import { make } from "./element";
import type { Field } from "./field";
import { MESSAGES, type ProblemCode } from "./messages";
import { panel } from "./panel";
import { termsText } from "./terms";

/** The form of the Payment Element: a card, and of its billing address what the page leaves to it. */
export class PaymentForm {
  readonly node: HTMLElement;
  readonly #card: CardFields;
  readonly #address: AddressFields;
  #collapsed: boolean;
  #panel: ReturnType<typeof panel>;

  constructor(
    setup: FrameSetup,
    keepsCard: boolean,
    readonly onChange: () => void,
  ) {
    const { options, locale } = setup;
    this.#card = new CardFields(onChange, () => this.#address.country?.select ?? this.#firstPostal());
    this.#address = new AddressFields(options, locale, onChange);
    const [number, expiry, cvc] = this.#card.all.map((field) => field.node);
    const pair = make("div", { class: "Pair" }, ...[expiry, cvc].filter((node) => node !== undefined));
    const place = make("div", { class: "Pair Pair--loose" }, ...this.#address.nodes);
    const terms = termsText(options, keepsCard);
    const fields = make("div", { class: "Fields" }, ...[number, pair, place, terms].filter((node) => !!node));
    this.#panel = panel(options.layout, fields, (collapsed) => {
      this.#collapsed = collapsed;
      onChange();
    });
    this.#collapsed = this.#panel.collapsed;
    this.node = make(
      "form",
      { class: "PaymentForm", novalidate: true, "aria-label": "Card details" },
      this.#panel.node,
    );
    this.node.addEventListener("submit", (event) => event.preventDefault());
    if (options.readOnly) for (const field of this.#fields) field.input.readOnly = true;
  }

  get state(): ElementState {
    return {
      empty: this.#card.all.every((field) => field.empty),
      complete: !this.#collapsed && this.problem === null,
      collapsed: this.#collapsed,
      invalid: this.#fields.some((field) => field.invalid),
    };
  }

  /** The first thing wrong, in reading order. */
  get problem(): ProblemCode | null {
    return this.#fields.map((field) => field.problem).find((problem) => problem !== null) ?? null;
  }

  /** `payment_method_data` of what is typed. */
  get values(): FormParams {
    return {
      type: "card",
      card: { ...this.#card.values },
      billing_details: { address: this.#address.values },
    };
  }

  /** Shows every problem, and puts the caret into the first field that has one. */
  reveal(): { code: ProblemCode; message: string } | null {
    for (const field of this.#fields) field.reveal();
    const first = this.#fields.find((field) => field.problem !== null);
    first?.input.focus();
    const { problem } = this;
    return problem && { code: problem, message: MESSAGES[problem] };
  }

  focus(): void {
    (this.#fields.find((field) => field.problem !== null) ?? this.#card.number).input.focus();
  }

  clear(): void {
    this.#card.clear();
    for (const field of this.#address.fields) field.value = "";
    this.onChange();
  }

  collapse(): void {
    this.#panel.collapse();
  }

  /** Takes over what was typed into the form this one replaces. */
  adopt(before: PaymentForm): void {
    const typed = new Map(before.#fields.map((field) => [field.input.name, field.value]));
    for (const field of this.#fields) field.value = typed.get(field.input.name) ?? field.value;
    this.#card.refresh();
  }

  get #fields(): Field[] {
    return [...this.#card.all, ...this.#address.fields];
  }

  #firstPostal(): HTMLElement | null {
    return this.#address.fields[0]?.input ?? null;
  }
}
