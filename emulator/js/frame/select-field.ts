import { make } from "./element";
import { type FieldTexts, FormField } from "./form-field";
import type { ProblemCode } from "./messages";

export interface Choice {
  code: string;
  name: string;
}

interface SelectSpec extends FieldTexts {
  choices: readonly Choice[];
  value: string;
  /** `byHand` where the visitor chose, and not the form that takes over what was chosen. */
  onChange(byHand: boolean): void;
}

/** A choice from a list, as a native select: the keyboard and every assistive technology know it. */
export class SelectField extends FormField {
  readonly select: HTMLSelectElement;
  readonly #spec: SelectSpec;

  constructor(spec: SelectSpec) {
    const select = make("select", { class: "Input Select" });
    super(spec, select);
    this.select = select;
    this.#spec = spec;
    this.wrap.classList.add("SelectWrap");
    this.label.classList.add("Label--always");
    this.offer(spec.choices, spec.value);
    select.addEventListener("change", () => this.#chosen(true));
  }

  get value(): string {
    return this.select.value;
  }

  set value(value: string) {
    this.select.value = value;
    this.#chosen(false);
  }

  get problem(): ProblemCode | null {
    return this.empty ? "incomplete_field" : null;
  }

  /** Puts other choices into the list; one that isn't among them leaves it open. */
  offer(choices: readonly Choice[], chosen: string): void {
    const options = choices.map(({ code, name }) => new Option(name, code));
    const known = choices.some(({ code }) => code === chosen);
    this.select.replaceChildren(...(known ? [] : [new Option("", "")]), ...options);
    this.select.value = known ? chosen : "";
    this.paint(null);
  }

  #chosen(byHand: boolean): void {
    this.paint(null);
    this.#spec.onChange(byHand);
  }
}
