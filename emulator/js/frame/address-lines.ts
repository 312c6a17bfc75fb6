import type { StripeAddressElementOptions } from "@stripe/stripe-js";
import { type AddressFormat, addressFormat } from "./address-formats";
import { likelyCountry } from "./countries";
import { countryField } from "./country-field";
import { make } from "./element";
import { Field } from "./field";
import type { FormField } from "./form-field";
import { isPoBox } from "./po-box";
import { SelectField } from "./select-field";

interface AddressValue {
  line1: string;
  line2: string | null;
  city: string;
  state: string;
  postal_code: string;
  country: string;
}

/** The parts of an address, as its country writes them. */
export class AddressLines {
  readonly #country: SelectField;
  readonly #line1: Field;
  readonly #line2: Field;
  readonly #city: Field;
  /** States are chosen where the country has a list of them, and typed elsewhere. */
  readonly #listed: SelectField;
  readonly #typed: Field;
  readonly #postal: Field;
  readonly #places = make("div", { class: "Places" });

  constructor(options: StripeAddressElementOptions, locale: string, onInput: () => void) {
    const { mode, allowedCountries, blockPoBox, defaultValues } = options;
    const given = defaultValues?.address;
    const only = allowedCountries?.length === 1 ? allowedCountries[0] : undefined;
    const country = given?.country ?? only ?? likelyCountry();
    const text = (name: string, label: string, value: string | null | undefined, optional = false) =>
      new Field({
        name,
        label,
        placeholder: "",
        autocomplete: `${mode} ${AUTOCOMPLETE[name]}`,
        keyboard: "text",
        optional,
        value: value ?? "",
        problem: (typed) => this.#problem(name, typed.trim(), optional, blockPoBox === true),
        onInput,
      });
    this.#country = countryField(
      mode,
      locale,
      country,
      () => {
        this.#adapt();
        onInput();
      },
      allowedCountries ?? null,
    );
    this.#line1 = text("line1", "Address", given?.line1);
    this.#line2 = text("line2", "Apartment, suite, etc. (optional)", given?.line2, true);
    this.#city = text("city", "City", given?.city);
    this.#typed = text("state", "State", given?.state);
    this.#postal = text("postalCode", "Postal code", given?.postal_code);
    this.#listed = new SelectField({
      name: "stateCode",
      label: "State",
      autocomplete: `${mode} address-level1`,
      choices: [],
      value: "",
      onChange: onInput,
    });
    this.#adapt(given?.state ?? "");
  }

  get all(): FormField[] {
    return [this.#country, this.#line1, this.#line2, this.#city, this.#listed, this.#typed, this.#postal];
  }

  /** The fields shown now. */
  get fields(): FormField[] {
    return this.all.filter(({ node }) => !node.hidden);
  }

  get nodes(): HTMLElement[] {
    const lines = [this.#country, this.#line1, this.#line2].map(({ node }) => node);
    return [...lines, this.#places];
  }

  get value(): AddressValue {
    const shown = (field: FormField) => (field.node.hidden ? "" : field.value.trim());
    return {
      line1: shown(this.#line1),
      line2: shown(this.#line2) || null,
      city: shown(this.#city),
      state: shown(this.#listed) || shown(this.#typed),
      postal_code: shown(this.#postal),
      country: this.#country.value,
    };
  }

  get #format(): AddressFormat {
    return addressFormat(this.#country.value);
  }

  #problem(name: string, typed: string, optional: boolean, noPoBox: boolean) {
    if (typed === "") return optional ? null : "incomplete_field";
    if (name === "line1" && noPoBox && isPoBox(typed)) return "invalid_po_box";
    return name === "postalCode" && !this.#format.postalPattern.test(typed) ? "incomplete_zip" : null;
  }

  /** Shows and names the fields as the country asks. */
  #adapt(state = ""): void {
    const { city, state: stateLabel, states, postal } = this.#format;
    this.#city.label.textContent = city;
    this.#postal.label.textContent = postal ?? "";
    this.#postal.node.hidden = postal === null;
    this.#listed.label.textContent = stateLabel ?? "";
    this.#typed.label.textContent = stateLabel ?? "";
    this.#listed.node.hidden = states.length === 0;
    this.#typed.node.hidden = stateLabel === null || states.length > 0;
    this.#listed.offer(states, state);
    const places = [this.#city, this.#listed, this.#typed, this.#postal];
    this.#places.replaceChildren(...places.map(({ node }) => node).filter((node) => !node.hidden));
  }
}

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  line1: "address-line1",
  line2: "address-line2",
  city: "address-level2",
  state: "address-level1",
  postalCode: "postal-code",
};
