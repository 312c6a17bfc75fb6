import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import type { FormParams } from "../api";
import { isHidden } from "../billing-fields";
import { likelyCountry } from "./countries";
import { CountrySelect } from "./country-select";
import { Field } from "./field";
import { formatPostal, POSTAL_RULES, postalProblem } from "./postal";

/** Country and postal code, as far as the page lets the form ask for them. */
export class AddressFields {
  readonly country: CountrySelect | null;
  readonly postal: Field | null;
  readonly #given: string;

  constructor(options: StripePaymentElementOptions, locale: string, onInput: () => void) {
    const address = options.defaultValues?.billingDetails?.address;
    this.#given = address?.country ?? likelyCountry();
    this.country = isHidden(options, "country")
      ? null
      : new CountrySelect(locale, this.#given, () => {
          this.#adapt();
          onInput();
        });
    this.postal = isHidden(options, "postalCode")
      ? null
      : new Field({
          name: "postalCode",
          label: "Postal code",
          placeholder: "",
          autocomplete: "billing postal-code",
          numeric: false,
          value: address?.postal_code ?? "",
          format: (text) => formatPostal(text, this.#code),
          problem: (text) => postalProblem(text, this.#code),
          onInput,
        });
    this.#adapt();
  }

  /** The fields shown now. */
  get fields(): Field[] {
    return this.postal && POSTAL_RULES[this.#code] ? [this.postal] : [];
  }

  get nodes(): HTMLElement[] {
    return [this.country?.node, this.postal?.node].filter((node) => node !== undefined);
  }

  /** `address` of the billing details. */
  get values(): FormParams {
    const country = this.country?.value;
    const [postal] = this.fields;
    return { country, postal_code: postal?.value };
  }

  get #code(): string {
    return this.country?.value ?? this.#given;
  }

  /** Shows, names and checks the postal code as the country asks. */
  #adapt(): void {
    if (!this.postal) return;
    const rule = POSTAL_RULES[this.#code];
    this.postal.node.hidden = rule === undefined;
    this.postal.label.textContent = rule?.label ?? "";
    this.postal.input.placeholder = rule?.placeholder ?? "";
    this.postal.input.inputMode = rule?.digitsOnly ? "numeric" : "text";
    this.postal.reformat();
  }
}
