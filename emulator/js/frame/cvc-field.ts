import { cvcIcon } from "./brand-icon";
import { digitsOf } from "./card-number";
import { Field } from "./field";

/** The code on the back of a card, of the length its brand has. */
export function cvcField(name: string, length: () => number, onInput: () => void): Field {
  const field = new Field({
    name,
    label: "Security code",
    placeholder: "CVC",
    autocomplete: "cc-csc",
    keyboard: "numeric",
    format: (text) => digitsOf(text).slice(0, length()),
    problem: (text) => (digitsOf(text).length < length() ? "incomplete_cvc" : null),
    onInput,
  });
  field.wrap.append(cvcIcon());
  return field;
}
