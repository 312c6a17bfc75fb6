import { keepCaret } from "./caret";
import { make } from "./element";
import { isIncomplete, MESSAGES, type ProblemCode } from "./messages";

export interface FieldSpec {
  name: string;
  label: string;
  placeholder: string;
  autocomplete: string;
  numeric: boolean;
  value?: string;
  format(text: string): string;
  problem(text: string): ProblemCode | null;
  onInput(): void;
}

/** A labelled text input that formats what is typed, and says beside itself what is wrong with it. */
export class Field {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  readonly label: HTMLLabelElement;
  readonly wrap: HTMLElement;
  readonly #error: HTMLElement;
  readonly #spec: FieldSpec;

  constructor(spec: FieldSpec) {
    this.#spec = spec;
    const id = `Field-${spec.name}Input`;
    const errorId = `Field-${spec.name}Error`;
    this.label = make("label", { class: "Label", for: id }, spec.label);
    this.input = make("input", {
      class: "Input",
      id,
      name: spec.name,
      type: "text",
      inputmode: spec.numeric ? "numeric" : "text",
      autocomplete: spec.autocomplete,
      placeholder: spec.placeholder,
      "aria-describedby": errorId,
      "aria-required": "true",
      spellcheck: "false",
      autocapitalize: "off",
    });
    this.input.value = spec.value ? spec.format(spec.value) : "";
    this.#error = make("p", { class: "Error", id: errorId, "aria-live": "polite" });
    this.wrap = make("div", { class: "InputWrap" }, this.input);
    this.node = make("div", { class: "Field" }, this.label, this.wrap, this.#error);
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("blur", () => this.#left());
    this.#paint(null);
  }

  get value(): string {
    return this.input.value;
  }

  set value(value: string) {
    this.input.value = this.#spec.format(value);
    this.#paint(null);
  }

  get problem(): ProblemCode | null {
    return this.#spec.problem(this.value);
  }

  get empty(): boolean {
    return this.value === "";
  }

  /** True while an error stands beside the field. */
  get invalid(): boolean {
    return this.input.getAttribute("aria-invalid") === "true";
  }

  /** Shows what is wrong, unfinished fields included. */
  reveal(): void {
    this.#paint(this.problem);
  }

  /** Formats again, for when what the format depends on has changed. */
  reformat(): void {
    const { value } = this;
    this.value = value;
  }

  #typed(): void {
    keepCaret(this.input, this.#spec.format);
    const { problem } = this;
    this.#paint(problem && !isIncomplete(problem) ? problem : null);
    this.#spec.onInput();
  }

  #left(): void {
    if (!this.empty) this.reveal();
  }

  #paint(problem: ProblemCode | null): void {
    const message = problem ? MESSAGES[problem] : "";
    if (this.#error.textContent !== message) this.#error.textContent = message;
    this.input.setAttribute("aria-invalid", String(problem !== null));
    this.input.classList.toggle("Input--invalid", problem !== null);
    this.input.classList.toggle("Input--empty", this.empty);
    this.label.classList.toggle("Label--invalid", problem !== null);
  }
}
