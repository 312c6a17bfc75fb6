import type { StripeAddressElementOptions } from "@stripe/stripe-js";
import type { ApiObject, FormParams } from "../api";
import type { FrameSetup } from "../protocol";
import { AddressLines } from "./address-lines";
import { make } from "./element";
import { ElementForm } from "./element-form";
import type { FormField } from "./form-field";
import { PersonName } from "./person-name";
import { phoneField } from "./phone-field";

type AddressSetup = Extract<FrameSetup, { type: "address" }>;

/** The form of the Address Element: who, where, and a telephone where the page wants one. */
export class AddressForm extends ElementForm {
  readonly node: HTMLElement;
  readonly #options: StripeAddressElementOptions;
  readonly #name: PersonName;
  readonly #lines: AddressLines;
  readonly #phone: FormField | null;

  constructor({ options, locale }: AddressSetup, onChange: () => void) {
    super(onChange);
    this.#options = options;
    this.#name = new PersonName(options, onChange);
    this.#lines = new AddressLines(options, locale, onChange);
    const required = options.validation?.phone?.required === "always";
    this.#phone =
      options.fields?.phone === "always"
        ? phoneField(options.mode, required, options.defaultValues?.phone ?? "", onChange)
        : null;
    const phone = this.#phone ? [this.#phone.node] : [];
    this.node = make(
      "form",
      {
        class: "ElementForm",
        novalidate: true,
        "aria-label": options.mode === "billing" ? "Billing address" : "Shipping address",
        ...(options.autocomplete?.mode === "disabled" ? { autocomplete: "off" } : {}),
      },
      make("div", { class: "Fields" }, ...this.#name.nodes, ...this.#lines.nodes, ...phone),
    );
    if (options.autocomplete?.mode !== "disabled") return;
    for (const { control } of this.#lines.all) control.setAttribute("autocomplete", "off");
  }

  protected get fields(): FormField[] {
    const phone = this.#phone ? [this.#phone] : [];
    return [...this.#name.fields, ...this.#lines.fields, ...phone];
  }

  /** The country always says something. */
  override get empty(): boolean {
    return this.fields.every((field) => field.empty || field.name === "country");
  }

  get details(): ApiObject {
    const phone = this.#phone ? { phone: this.#phone.value } : {};
    return {
      elementMode: this.#options.mode,
      isNewAddress: true,
      value: { ...this.#name.value, address: this.#lines.value, ...phone },
    };
  }

  override get contribution(): FormParams {
    const { name } = this.#name.value;
    const phone = this.#phone?.value || undefined;
    const { line2, ...address } = this.#lines.value;
    const held = { name: name || undefined, phone, address: { ...address, line2: line2 ?? undefined } };
    return this.#options.mode === "billing" ? { billing_details: held } : { shipping: held };
  }
}
