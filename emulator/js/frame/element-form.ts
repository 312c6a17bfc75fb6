import type { Answer, Api, ApiObject, FormParams } from "../api";
import { layered } from "../layered";
import type { ElementState, SubmitOperation } from "../protocol";
import type { FormField } from "./form-field";
import { MESSAGES, type ProblemCode } from "./messages";
import { submitForm } from "./submit";

/** What an element draws: fields in reading order, and what becomes of what is typed into them. */
export abstract class ElementForm {
  abstract readonly node: HTMLElement;

  /** As they are shown now, in reading order. */
  protected abstract get fields(): FormField[];

  /** What the `change` event says beyond `empty` and `complete`. */
  abstract get details(): ApiObject;

  constructor(readonly onChange: () => void) {}

  /** What the `ready` event says beyond the element's type. */
  get readyDetails(): ApiObject {
    return {};
  }

  /** What a confirmation takes from this form when another element holds the card. */
  get contribution(): FormParams {
    return {};
  }

  /** The parameters a confirmation is made with where this form holds the card. */
  held(_operation: SubmitOperation): FormParams {
    return {};
  }

  /** Whether nothing of what is asked has been given. */
  get empty(): boolean {
    return this.fields.every((field) => field.empty);
  }

  get complete(): boolean {
    return this.problem === null;
  }

  get state(): ElementState {
    const { empty, complete, details } = this;
    return { empty, complete, details, invalid: this.fields.some((field) => field.invalid) };
  }

  /** The first thing wrong, in reading order. */
  get problem(): ProblemCode | null {
    return this.fields.map((field) => field.problem).find((problem) => problem !== null) ?? null;
  }

  /** Shows every problem, and may put the caret into the first field that has one. */
  reveal(focus: boolean): { code: ProblemCode; message: string } | null {
    for (const field of this.fields) field.reveal();
    const { problem } = this;
    if (focus && problem) this.focus();
    return problem && { code: problem, message: MESSAGES[problem] };
  }

  focus(): void {
    (this.fields.find((field) => field.problem !== null) ?? this.fields[0])?.control.focus();
  }

  clear(): void {
    for (const field of this.fields) {
      if (field.control instanceof HTMLInputElement) field.value = "";
    }
    this.onChange();
  }

  collapse(): void {}

  /** Takes over what was typed into the form this one replaces. */
  adopt(before: ElementForm): void {
    const typed = new Map(before.fields.map((field) => [field.name, field.value]));
    for (const field of this.fields) {
      const value = typed.get(field.name);
      if (value !== undefined && value !== field.value) field.value = value;
    }
  }

  submit(api: Api, operation: SubmitOperation, params: FormParams): Promise<Answer> {
    return submitForm(api, operation, layered(this.held(operation), params));
  }
}
