import { brandIcon } from "./brand-icon";
import { BRANDS, type BrandName, brandOf } from "./brands";
import { digitsOf, formatNumber, numberProblem } from "./card-number";
import { cvcField } from "./cvc-field";
import { make } from "./element";
import { expiryProblem, formatExpiry, parseExpiry } from "./expiry";
import { Field } from "./field";

const SHOWN = ["visa", "mastercard", "amex", "discover"] as const;

export interface CardValues {
  number: string;
  exp_month: number | "";
  exp_year: number | "";
  cvc: string;
}

/** Number, expiry and security code; each hands the caret on once it is complete. */
export class CardFields {
  readonly number: Field;
  readonly expiry: Field;
  readonly cvc: Field;
  readonly #brands = make("span", { class: "BrandIcons" });
  #shown: BrandName | null = null;

  constructor(onInput: () => void, after: () => HTMLElement | null) {
    this.number = new Field({
      name: "number",
      label: "Card number",
      placeholder: "1234 1234 1234 1234",
      autocomplete: "cc-number",
      keyboard: "numeric",
      format: formatNumber,
      problem: numberProblem,
      onInput: () => {
        this.#showBrand();
        this.#handOn(this.number, this.expiry.input);
        onInput();
      },
    });
    this.expiry = new Field({
      name: "expiry",
      label: "Expiration date",
      placeholder: "MM / YY",
      autocomplete: "cc-exp",
      keyboard: "numeric",
      format: formatExpiry,
      problem: (text) => expiryProblem(text, new Date()),
      onInput: () => {
        this.#handOn(this.expiry, this.cvc.input);
        onInput();
      },
    });
    this.cvc = cvcField(
      "cvc",
      () => this.#cvcLength(),
      () => {
        this.#handOn(this.cvc, after());
        onInput();
      },
    );
    this.number.wrap.append(this.#brands);
    this.#showBrand();
  }

  get all(): Field[] {
    return [this.number, this.expiry, this.cvc];
  }

  get values(): CardValues {
    const expiry = parseExpiry(this.expiry.value);
    return {
      number: digitsOf(this.number.value),
      exp_month: expiry?.month ?? "",
      exp_year: expiry?.year ?? "",
      cvc: this.cvc.value,
    };
  }

  #showBrand(): void {
    const { brand } = this;
    if (brand === this.#shown) return;
    this.#shown = brand;
    const known = brand === "unknown" ? SHOWN : [brand];
    this.#brands.replaceChildren(...known.map(brandIcon));
    this.cvc?.reformat();
  }

  clear(): void {
    for (const field of this.all) field.value = "";
    this.refresh();
  }

  /** To be called when a value was set from outside. */
  refresh(): void {
    this.#showBrand();
  }

  get brand(): BrandName {
    return brandOf(digitsOf(this.number.value));
  }

  #cvcLength(): number {
    return this.brand === "unknown" ? 4 : BRANDS[this.brand].cvcLength;
  }

  /** Only a caret at the end moves on: whoever corrects a digit in the middle stays there. */
  #handOn(field: Field, next: HTMLElement | null): void {
    const { input } = field;
    const atEnd = input.selectionStart === input.value.length;
    if (field.problem === null && atEnd && document.activeElement === input) next?.focus();
  }
}
