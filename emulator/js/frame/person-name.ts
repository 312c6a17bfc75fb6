import type { StripeAddressElementOptions } from "@stripe/stripe-js";
import { make } from "./element";
import type { Field } from "./field";
import { nameField } from "./name-field";

interface NameValue {
  name: string;
  firstName?: string;
  lastName?: string;
}

/** The name of an address: whole, in two parts, an organization's, or none at all. */
export class PersonName {
  readonly fields: Field[];
  readonly #split: boolean;

  constructor(options: StripeAddressElementOptions, onInput: () => void) {
    const { mode, defaultValues } = options;
    const display = options.display?.name ?? "full";
    this.#split = display === "split";
    if (options.fields?.name === "never") this.fields = [];
    else if (this.#split) {
      this.fields = [
        nameField(mode, "First name", defaultValues?.firstName ?? "", onInput, "given-name"),
        nameField(mode, "Last name", defaultValues?.lastName ?? "", onInput, "family-name"),
      ];
    } else if (display === "organization") {
      this.fields = [nameField(mode, "Organization", defaultValues?.name ?? "", onInput, "organization")];
    } else {
      this.fields = [nameField(mode, "Full name", defaultValues?.name ?? "", onInput)];
    }
  }

  get nodes(): HTMLElement[] {
    const nodes = this.fields.map(({ node }) => node);
    return this.#split && nodes.length > 0 ? [make("div", { class: "Pair Pair--loose" }, ...nodes)] : nodes;
  }

  get value(): NameValue {
    const [first = "", last = ""] = this.fields.map(({ value }) => value.trim());
    if (!this.#split) return { name: first };
    return { name: `${first} ${last}`.trim(), firstName: first, lastName: last };
  }
}
