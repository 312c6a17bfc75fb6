import { make } from "./element";
import { MESSAGES, type ProblemCode } from "./messages";

export interface FieldTexts {
  name: string;
  label: string;
  autocomplete: string;
  /** Whether it may stay empty. */
  optional?: boolean;
}

/** A label, a control, and beside them what is wrong: what all fields of a form have in common. */
export abstract class FormField {
  readonly node: HTMLElement;
  readonly label: HTMLLabelElement;
  readonly wrap: HTMLElement;
  readonly #error: HTMLElement;

  constructor(
    texts: FieldTexts,
    readonly control: HTMLInputElement | HTMLSelectElement,
  ) {
    const id = `Field-${texts.name}Input`;
    const errorId = `Field-${texts.name}Error`;
    this.label = make("label", { class: "Label", for: id }, texts.label);
    control.id = id;
    control.name = texts.name;
    control.setAttribute("autocomplete", texts.autocomplete);
    control.setAttribute("aria-describedby", errorId);
    control.setAttribute("aria-required", String(!texts.optional));
    this.#error = make("p", { class: "Error", id: errorId, "aria-live": "polite" });
    this.wrap = make("div", { class: "InputWrap" }, control);
    this.node = make("div", { class: "Field" }, this.label, this.wrap, this.#error);
    for (const event of ["focus", "blur"]) control.addEventListener(event, () => this.#floatLabel());
  }

  get name(): string {
    return this.control.name;
  }

  abstract get value(): string;
  abstract set value(value: string);

  abstract get problem(): ProblemCode | null;

  get empty(): boolean {
    return this.value === "";
  }

  /** True while an error stands beside the field. */
  get invalid(): boolean {
    return this.control.getAttribute("aria-invalid") === "true";
  }

  /** Shows what is wrong, unfinished fields included. */
  reveal(): void {
    this.paint(this.problem);
  }

  protected paint(problem: ProblemCode | null): void {
    const message = problem ? MESSAGES[problem] : "";
    if (this.#error.textContent !== message) this.#error.textContent = message;
    this.control.setAttribute("aria-invalid", String(problem !== null));
    this.control.classList.toggle("Input--invalid", problem !== null);
    this.control.classList.toggle("Input--empty", this.empty);
    this.label.classList.toggle("Label--invalid", problem !== null);
    this.#floatLabel();
  }

  /** Where labels float they rest in an empty field, and make way for what is typed. */
  #floatLabel(): void {
    const floats = !this.empty || document.activeElement === this.control;
    this.label.classList.toggle("Label--floating", floats);
    this.label.classList.toggle("Label--resting", !floats);
  }
}
