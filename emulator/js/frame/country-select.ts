import { countries } from "./countries";
import { make } from "./element";

/** The billing country, as a native select: the keyboard and every assistive technology know it. */
export class CountrySelect {
  readonly node: HTMLElement;
  readonly select: HTMLSelectElement;

  constructor(locale: string, chosen: string, onChange: () => void) {
    const id = "Field-countryInput";
    this.select = make("select", {
      class: "Input Select",
      id,
      name: "country",
      autocomplete: "billing country",
    });
    for (const { code, name } of countries(locale)) {
      this.select.append(new Option(name, code, code === chosen, code === chosen));
    }
    this.select.addEventListener("change", onChange);
    const wrap = make("div", { class: "InputWrap SelectWrap" }, this.select);
    this.node = make("div", { class: "Field" }, make("label", { class: "Label", for: id }, "Country"), wrap);
  }

  get value(): string {
    return this.select.value;
  }
}
