import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import type { FormParams } from "../api";
import { isHidden } from "../billing-fields";
import { likelyCountry } from "./countries";
import { countryField } from "./country-field";
import { Field } from "./field";
import type { FormField } from "./form-field";
import { formatPostal, POSTAL_RULES, postalProblem } from "./postal";
import type { SelectField } from "./select-field";

/** Country and postal code: what of a billing address a card's issuer looks at, as far as the page lets the form ask. */
export class CardAddress {
  readonly country: SelectField | null;
  readonly postal: Field | null;
  readonly #given: string;

  constructor(options: StripePaymentElementOptions, locale: string, hidden: boolean, onInput: () => void) {
    const address = options.defaultValues?.billingDetails?.address;
    this.#given = address?.country ?? likelyCountry();
    const changed = () => {
      this.#adapt();
      onInput();
    };
    const without = (part: "country" | "postalCode") => hidden || isHidden(options, part);
    this.country = without("country") ? null : countryField("billing", locale, this.#given, changed);
    this.postal = without("postalCode")
      ? null
      : new Field({
          name: "postalCode",
          label: "Postal code",
          placeholder: "",
          autocomplete: "billing postal-code",
          keyboard: "text",
          value: address?.postal_code ?? "",
          format: (text) => formatPostal(text, this.#code),
          problem: (text) => postalProblem(text, this.#code),
          onInput,
        });
    this.#adapt();
  }

  /** The fields shown now. */
  get fields(): FormField[] {
    const postal = this.postal && POSTAL_RULES[this.#code] ? this.postal : null;
    return [this.country, postal].filter((field) => field !== null);
  }

  get nodes(): HTMLElement[] {
    return [this.country?.node, this.postal?.node].filter((node) => node !== undefined);
  }

  /** `address` of the billing details. */
  get values(): FormParams {
    const postal = POSTAL_RULES[this.#code] ? this.postal?.value : undefined;
    return { country: this.country?.value, postal_code: postal };
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
