import { keepCaret } from "./caret";
import { make } from "./element";
import { type FieldTexts, FormField } from "./form-field";
import { isIncomplete, type ProblemCode } from "./messages";

export interface FieldSpec extends FieldTexts {
  placeholder: string;
  /** Which keyboard a telephone shows. */
  keyboard: "text" | "numeric" | "email" | "tel";
  value?: string;
  format?(text: string): string;
  problem(text: string): ProblemCode | null;
  onInput(): void;
}

/** A text input that formats what is typed, and says beside itself what is wrong with it. */
export class Field extends FormField {
  readonly input: HTMLInputElement;
  readonly #spec: FieldSpec;

  constructor(spec: FieldSpec) {
    const input = make("input", {
      class: "Input",
      type: spec.keyboard === "numeric" ? "text" : spec.keyboard,
      inputmode: spec.keyboard,
      placeholder: spec.placeholder,
      spellcheck: "false",
      autocapitalize: "off",
    });
    super(spec, input);
    this.input = input;
    this.#spec = spec;
    input.value = this.#format(spec.value ?? "");
    input.addEventListener("input", () => this.#typed());
    input.addEventListener("blur", () => this.#left());
    this.paint(null);
  }

  get value(): string {
    return this.input.value;
  }

  set value(value: string) {
    this.input.value = this.#format(value);
    this.paint(null);
  }

  get problem(): ProblemCode | null {
    return this.#spec.problem(this.value);
  }

  /** Formats again, for when what the format depends on has changed. */
  reformat(): void {
    const { value } = this;
    this.value = value;
  }

  #format(text: string): string {
    return this.#spec.format?.(text) ?? text;
  }

  #typed(): void {
    keepCaret(this.input, (text) => this.#format(text));
    const { problem } = this;
    this.paint(problem && !isIncomplete(problem) ? problem : null);
    this.#spec.onInput();
  }

  #left(): void {
    if (!this.empty) this.reveal();
  }
}
