import type { ApiObject, FormParams } from "../api";
import type { FrameSetup } from "../protocol";
import { make } from "./element";
import { ElementForm } from "./element-form";
import { emailProblem } from "./email";
import { Field } from "./field";
import type { FormField } from "./form-field";

type EmailSetup = Extract<FrameSetup, { type: "linkAuthentication" }>;

/** The form of the Link Authentication Element: an e-mail address. Nobody here has a Link account to sign in to. */
export class EmailForm extends ElementForm {
  readonly node: HTMLElement;
  readonly #email: Field;

  constructor({ options }: EmailSetup, onChange: () => void) {
    super(onChange);
    this.#email = new Field({
      name: "email",
      label: "Email",
      placeholder: "you@example.com",
      autocomplete: "email",
      keyboard: "email",
      value: options.defaultValues?.email ?? "",
      problem: emailProblem,
      onInput: onChange,
    });
    this.node = make(
      "form",
      { class: "ElementForm", novalidate: true, "aria-label": "Contact" },
      this.#email.node,
    );
  }

  protected get fields(): FormField[] {
    return [this.#email];
  }

  get details(): ApiObject {
    return { value: { email: this.#email.value.trim() } };
  }

  override get contribution(): FormParams {
    return { billing_details: { email: this.#email.value.trim() } };
  }
}
